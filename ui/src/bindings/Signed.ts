import type { Verdict } from './Verdict';

export type Signed = { output: string, verdict: Verdict, };
