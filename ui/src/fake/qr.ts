/** Something that looks like a QR code and changes with `turn`; it says nothing. */
export function pretendedQr(turn: number): string {
  const size = 41;
  const quiet = 2;
  let seed = turn * 7919 + 17;
  const chance = () => (seed = (seed * 1103515245 + 12345) % 2147483648) / 2147483648;
  const squares: string[] = [];
  const square = (x: number, y: number, width = 1, height = 1) => squares.push(`M${x + quiet} ${y + quiet}h${width}v${height}h-${width}z`);
  for (let y = 0; y < size; y += 1)
    for (let x = 0; x < size; x += 1) {
      const corner = (x < 8 && y < 8) || (x >= size - 8 && y < 8) || (x < 8 && y >= size - 8);
      if (!corner && chance() < 0.48) square(x, y);
    }
  for (const [x, y] of [[0, 0], [size - 7, 0], [0, size - 7]] as const) {
    square(x, y, 7, 1);
    square(x, y + 6, 7, 1);
    square(x, y, 1, 7);
    square(x + 6, y, 1, 7);
    square(x + 2, y + 2, 3, 3);
  }
  const whole = size + 2 * quiet;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${whole} ${whole}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${whole}v${whole}H0z"/><path d="${squares.join('')}"/></svg>`;
}
