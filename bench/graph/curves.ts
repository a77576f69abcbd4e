interface Curve {
  readonly name: string;
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

interface Plot {
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly lines: readonly Curve[];
}

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM] = [640, 400, 70, 120, 50, 50];
const INKS = ['#2a6f97', '#c2571a', '#4a7c3a', '#7a4a8c'];

/** Curves over two logarithmic axes as an SVG drawing; all values above 0. */
export function curves({ title, x, y, lines }: Plot): string {
  const across = axis(
    lines.flatMap((line) => line.points.map((p) => p.x)),
    LEFT,
    WIDTH - RIGHT,
  );
  const up = axis(
    lines.flatMap((line) => line.points.map((p) => p.y)),
    HEIGHT - BOTTOM,
    TOP,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">`,
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>`,
    text(WIDTH / 2, 24, title, 'middle', 'font-size="16"'),
    ...across.ticks.map((tick) => rule(across.at(tick), TOP, across.at(tick), HEIGHT - BOTTOM)),
    ...across.ticks.map((tick) => text(across.at(tick), HEIGHT - BOTTOM + 18, tick.toLocaleString('en-US'), 'middle')),
    ...up.ticks.map((tick) => rule(LEFT, up.at(tick), WIDTH - RIGHT, up.at(tick))),
    ...up.ticks.map((tick) => text(LEFT - 8, up.at(tick) + 4, tick.toLocaleString('en-US'), 'end')),
    text((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 8, x, 'middle'),
    text(LEFT, TOP - 10, y, 'end'),
    ...lines.flatMap((line, index) => drawn(line, INKS[index % INKS.length]!, across.at, up.at)),
    '</svg>',
    '',
  ].join('\n');
}

/** Whole powers of ten around the values, and where a value lies between `from` and `to`. */
function axis(values: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  const at = (value: number) => from + ((Math.log10(value) - low) / (high - low)) * (to - from);
  return { at, ticks: Array.from({ length: high - low + 1 }, (_, step) => 10 ** (low + step)) };
}

function drawn({ name, points }: Curve, ink: string, x: (v: number) => number, y: (v: number) => number): string[] {
  const last = points.at(-1)!;
  return [
    `<polyline fill="none" stroke="${ink}" stroke-width="2" points="${points.map((p) => `${x(p.x).toFixed(1)},${y(p.y).toFixed(1)}`).join(' ')}"/>`,
    ...points.map((p) => `<circle cx="${x(p.x).toFixed(1)}" cy="${y(p.y).toFixed(1)}" r="4" fill="${ink}"/>`),
    ...points.map((p) => text(x(p.x) - 6, y(p.y) - 8, p.y.toFixed(1), 'end', `fill="${ink}"`)),
    text(x(last.x) + 10, y(last.y) + 4, name, 'start', `fill="${ink}"`),
  ];
}

function text(x: number, y: number, words: string, anchor: string, more = ''): string {
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" text-anchor="${anchor}" ${more}>${words}</text>`;
}

function rule(x1: number, y1: number, x2: number, y2: number): string {
  return `<line x1="${x1.toFixed(1)}" y1="${y1.toFixed(1)}" x2="${x2.toFixed(1)}" y2="${y2.toFixed(1)}" stroke="#ddd"/>`;
}
