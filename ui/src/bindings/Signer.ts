export type Signer = { "kind": "person", country: string, code: string, } | { "kind": "document", number: string, } | { "kind": "qr" };
