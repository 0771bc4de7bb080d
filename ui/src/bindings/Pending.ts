export type Pending = { key: string, document: string, output: string, signer: string, receivedAt: string, };
