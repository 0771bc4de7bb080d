// Pages of a pretended loan agreement, drawn on a canvas; the same lines are their text. Lengths are PDF points.
import type { TextRun } from '../bindings/TextRun';

export const a4 = { width: 595, height: 842 };

type Line = { text: string; size: number; weight: number; indent?: number; after: number };

const heading = (text: string): Line => ({ text, size: 12, weight: 600, after: 8 });
const body = (text: string): Line => ({ text, size: 10, weight: 400, after: 5 });

const first: Line[] = [
  { text: 'Loan agreement No. 2026-11-0417', size: 19, weight: 700, after: 10 },
  { text: 'Tallinn, 22 November 2026', size: 10, weight: 400, after: 26 },
  heading('1. The parties'),
  body('1.1  The Lender: Sample Credit AS, registry code 10000000, Tallinn, Estonia.'),
  body('1.2  The Borrower: OK Test, personal code 40504040001.'),
  body('1.3  The Lender and the Borrower have agreed on the following.'),
  { ...body(''), after: 8 },
  heading('2. The loan'),
  body('2.1  The Lender grants the Borrower a loan of 12 000 euros for the purchase of a car.'),
  body('2.2  The loan is paid out within two working days after this agreement is signed by both'),
  body('       parties, to the account that the Borrower has named in the application.'),
  body('2.3  The loan is repaid in 60 equal monthly instalments of 231.99 euros, each due on the'),
  body('       tenth day of the month, the first on 10 January 2027.'),
  { ...body(''), after: 8 },
  heading('3. Interest'),
  body('3.1  The Borrower pays interest of 5.9 % a year on the part of the loan not yet repaid.'),
  body('3.2  Interest is counted by the day, on a year of 360 days.'),
  body('3.3  The annual percentage rate of charge is 6.24 %, on the terms stated in the annex.'),
  { ...body(''), after: 8 },
  heading('4. Early repayment'),
  body('4.1  The Borrower may repay the loan early, in whole or in part, at any time.'),
  body('4.2  The Borrower tells the Lender so at least ten days before.'),
  { ...body(''), after: 8 },
  heading('5. Withdrawal'),
  body('5.1  The Borrower may withdraw from this agreement within fourteen days without giving a'),
  body('       reason, by a statement in a form that can be reproduced in writing.'),
];

const clauses = [
  'The parties keep the content of this agreement confidential, unless the law demands otherwise.',
  'Notices are given in a form that can be reproduced in writing.',
  'If a clause of this agreement is void, the others stay in force.',
  'Changes of this agreement are signed by both parties.',
  'The Lender may assign its claim only to another credit institution.',
  'The Borrower insures the car against theft and damage until the loan is repaid.',
];

function linesOf(page: number): Line[] {
  if (page === 0) return first;
  const lines: Line[] = [];
  for (let part = 0; part < 5; part += 1) {
    const number = page * 5 + part + 1;
    lines.push(heading(`${number}. ${['Security', 'Insurance', 'Notices', 'Disputes', 'Final terms'][part]}`));
    clauses.forEach((clause, index) => lines.push(body(`${number}.${index + 1}  ${clause}`)));
    lines.push({ ...body(''), after: 8 });
  }
  return lines;
}

function placed(page: number): { line: Line; x: number; y: number }[] {
  let y = 72;
  return linesOf(page).map((line) => {
    const here = { line, x: 70 + (line.indent ?? 0), y };
    y += line.size * 1.2 + line.after;
    return here;
  });
}

export function textOf(page: number): TextRun[] {
  const pen = penOf(document.createElement('canvas'));
  return placed(page)
    .filter(({ line }) => line.text !== '')
    .map(({ line, x, y }) => {
      if (pen) pen.font = fontOf(line);
      const width = pen ? pen.measureText(line.text).width : line.text.length * line.size * 0.5;
      return { text: line.text, x, y, width, height: line.size };
    });
}

/** A page as a picture, in a data: address. */
export function pictureOf(page: number, count: number, scale: number, scan = false): string {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(a4.width * scale);
  canvas.height = Math.round(a4.height * scale);
  const pen = penOf(canvas);
  if (!pen) return 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
  pen.scale(scale, scale);
  pen.fillStyle = scan ? '#f7f4ec' : '#fff';
  pen.fillRect(0, 0, a4.width, a4.height);
  pen.fillStyle = '#1c2030';
  pen.textBaseline = 'top';
  for (const { line, x, y } of placed(page)) {
    pen.font = fontOf(line);
    pen.fillText(line.text, x, y);
  }
  if (page === count - 1) signatureLines(pen);
  pen.fillStyle = '#7a8092';
  pen.font = '8px Georgia, "Liberation Serif", "DejaVu Serif", serif';
  pen.fillText(`Loan agreement No. 2026-11-0417`, 70, 792);
  pen.fillText(`${page + 1} / ${count}`, 508, 792);
  return canvas.toDataURL('image/png');
}

function signatureLines(pen: CanvasRenderingContext2D): void {
  pen.fillStyle = '#4a5163';
  pen.font = '9px Georgia, "Liberation Serif", "DejaVu Serif", serif';
  pen.fillText('The Lender', 70, 752);
  pen.fillText('The Borrower', 330, 752);
  pen.fillRect(70, 745, 190, 0.6);
  pen.fillRect(330, 745, 190, 0.6);
}

function fontOf(line: Line): string {
  return `${line.weight} ${line.size}px Georgia, "Liberation Serif", "DejaVu Serif", serif`;
}

function penOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  return canvas.getContext('2d');
}
