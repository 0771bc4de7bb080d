export type PersonCheck = { ok: boolean, fault: string | null, };
