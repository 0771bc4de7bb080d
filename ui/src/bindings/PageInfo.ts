export type PageInfo = { width: number, height: number, };
