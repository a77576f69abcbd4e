import type { Canvas } from './canvas.js';
import type { Scene } from './drawing.js';

/** Pixels a press of shift and an arrow moves the paper. */
const STEP = 60;
/** How much one step of zoom enlarges. */
export const ZOOM = 1.35;

/**
 * The picture by keyboard: arrows walk by influence, with shift they move the paper; + − 0 zoom; Escape lets go.
 * False for a key that means nothing.
 */
export function pressed(
  { key, shiftKey }: Pick<KeyboardEvent, 'key' | 'shiftKey'>,
  { scene, canvas, chosen }: { readonly scene: Scene; readonly canvas: Canvas; readonly chosen: string | null },
  choose: (id: string | null) => void,
): boolean {
  const arrow = { ArrowRight: [1, 0], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowUp: [0, -1] }[key];
  if (arrow) {
    const [x, y] = arrow as [number, number];
    if (shiftKey) canvas.pan(-STEP * x, -STEP * y);
    else choose(nextTo(chosen, x + y, scene));
  } else if (key === '+' || key === '=') canvas.zoom(ZOOM);
  else if (key === '-') canvas.zoom(1 / ZOOM);
  else if (key === '0') canvas.fit();
  else if (key === 'Escape') choose(null);
  else return false;
  return true;
}

/** Who comes so many places after someone by influence; the first where nobody of the picture is chosen. */
export function nextTo(chosen: string | null, by: number, { dots }: Scene): string {
  const at = dots.findIndex(({ id }) => id === chosen);
  return dots[at < 0 ? 0 : (at + by + dots.length) % dots.length]!.id;
}
