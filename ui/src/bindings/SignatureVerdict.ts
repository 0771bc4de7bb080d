import type { Check } from './Check';
import type { Indication } from './Indication';

export type SignatureVerdict = { field: string, signer: { name: string, personalCode: string | null, country: string | null, issuer: string, }, indication: Indication, subIndication: string | null, level: "b-b" | "b-t" | "b-lt" | "none", bestSignatureTime: string | null, claimedTime: string | null, coversWholeFile: boolean, qualification: "not-judged", checks: Array<Check>, reason: string | null, };
