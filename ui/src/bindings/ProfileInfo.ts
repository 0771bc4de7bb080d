export type ProfileInfo = { name: string, test: boolean, country: string, };
