export type Stage = "opening" | "certificate" | "preparing" | "approval" | "received" | "checked" | "embedded" | "timestamped" | "revocation" | "validated" | "saved";
