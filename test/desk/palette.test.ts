import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLOURED, COLOURS, colourAt, rankOf, type Theme } from '../../src/desk/picture/palette.js';
import { packageRoot } from '../../src/kernel/root.js';

const PAPER: Record<Theme, string> = { light: '#ffffff', dark: '#171e27' };
const themes = Object.keys(PAPER) as Theme[];

const linear = (hex: string) =>
  [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
const luminance = (hex: string) => {
  const [r, g, b] = linear(hex);
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
};
const contrast = (a: string, b: string) => {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high! + 0.05) / (low! + 0.05);
};

/** Machado, Oliveira, Fernandes 2009, severity 1, on linear RGB. */
const BLINDNESS = {
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
};
const seen = (hex: string, m: readonly number[]) => {
  const rgb = linear(hex);
  return [0, 3, 6].map((row) => m[row]! * rgb[0]! + m[row + 1]! * rgb[1]! + m[row + 2]! * rgb[2]!);
};
/** Perceptual distance in OKLab × 100. */
const oklab = ([r, g, b]: readonly number[]) => {
  const l = Math.cbrt(0.4122214708 * r! + 0.5363325363 * g! + 0.0514459929 * b!);
  const m = Math.cbrt(0.2119034982 * r! + 0.6806995451 * g! + 0.1073969566 * b!);
  const s = Math.cbrt(0.0883024619 * r! + 0.2817188376 * g! + 0.6299787005 * b!);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
};
const distance = (a: readonly number[], b: readonly number[]) =>
  100 * Math.hypot(...oklab(a).map((value, at) => value - oklab(b)[at]!));

describe('colours of communities', () => {
  it.each(themes)('stand out from %s paper', (theme) => {
    for (let rank = -1; rank < COLOURS; rank += 1)
      expect([rank, contrast(colourAt(rank, theme), PAPER[theme]) >= 3]).toEqual([rank, true]);
  });

  it.each(themes)('stay apart on %s paper for those who do not see red or green', (theme) => {
    for (const [kind, matrix] of Object.entries(BLINDNESS)) {
      for (let a = 0; a < COLOURS; a += 1) {
        for (let b = a + 1; b < COLOURS; b += 1) {
          const apart = distance(seen(colourAt(a, theme), matrix), seen(colourAt(b, theme), matrix));
          expect([kind, colourAt(a, theme), colourAt(b, theme), apart >= 4 || apart]).toEqual([
            kind,
            colourAt(a, theme),
            colourAt(b, theme),
            true,
          ]);
        }
      }
    }
  });

  it('come again after seven, so that no two neighbours in a sunflower share one', () => {
    for (const apart of [1, 2, 3, 5, 8, 13]) expect(colourAt(apart, 'light')).not.toBe(colourAt(0, 'light'));
    expect(colourAt(COLOURS, 'dark')).toBe(colourAt(0, 'dark'));
  });

  it('are grey beyond the palette, for nobody, and before the picture is there', () => {
    const scene = { groups: [{ id: 'k1', rank: 0 }] };
    expect(rankOf(scene, 'k1')).toBe(0);
    expect(colourAt(COLOURED, 'light')).toBe(colourAt(-1, 'light'));
    expect([rankOf(scene, null), rankOf(scene, 'k2'), rankOf(null, 'k1')]).toEqual([-1, -1, -1]);
  });
});

describe('the page as the strict policy wants it', () => {
  const folder = join(packageRoot, 'src', 'desk');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });

  it('has no inline script or style', () => {
    const html = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc=)/);
  });

  it('asks no other host', () => {
    const shipped = files.filter((file) => /\.(html|css)$/.test(file));
    expect(shipped.length).toBeGreaterThan(4);
    for (const file of shipped)
      expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/(https?:)?\/\/[a-z0-9-]+\.[a-z]/i);
  });

  it('never turns text into markup', () => {
    for (const file of files.filter((name) => /\.tsx?$/.test(name)))
      expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(
        /innerHTML|outerHTML|insertAdjacentHTML|document\.write|dangerouslySetInnerHTML/i,
      );
  });
});
