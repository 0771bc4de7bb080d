import type { Stage } from './Stage';

export type Progress = { "kind": "stage", stage: Stage, state: "begun" | "done", } | { "kind": "code", code: string, until: string, secondsLeft: number, } | { "kind": "confirm" } | { "kind": "approve" } | { "kind": "qr", svg: string, } | { "kind": "qrGone" };
