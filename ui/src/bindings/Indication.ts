export type Indication = "total-passed" | "total-failed" | "indeterminate";
