import type { Signer } from './Signer';

export type Order = { signer: Signer, level: "b-b" | "b-t" | "b-lt", output: string | null, };
