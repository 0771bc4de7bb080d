import type { Indication } from './Indication';
import type { SignatureVerdict } from './SignatureVerdict';

export type Verdict = { trust: { source: string, test: boolean, }, at: string, overall: Indication | null, document: { name: string, sha256: string, size: number, revisions: number, }, signatures: Array<SignatureVerdict>, };
