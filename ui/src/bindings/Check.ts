export type Check = { question: string, answer: "passed" | "failed" | "indeterminate" | "not-judged" | "not-applicable", clause: string, detail: Record<string, string>, };
