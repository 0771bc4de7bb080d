export type TextRun = { text: string, x: number, y: number, width: number, height: number, };
