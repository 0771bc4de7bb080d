export type Failure = { code: string, values: Record<string, string>, hint: string, };
