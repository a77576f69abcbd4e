import type { Desk } from '../store.js';
import type { Canvas } from './canvas.js';
import type { Scene } from './drawing.js';

/** Pixels a press of shift and an arrow moves the paper. */
const STEP = 60;

/** The picture by keyboard: arrows walk by influence, with shift they move the paper; + − 0 zoom; Escape lets go. */
export function keysFor(desk: Desk, scene: Scene, canvas: Canvas): (event: KeyboardEvent) => void {
  const walk = (by: number) => {
    const at = scene.dots.findIndex((dot) => dot.id === desk.state().chosen);
    const next = at < 0 ? 0 : (at + by + scene.dots.length) % scene.dots.length;
    desk.set({ chosen: scene.dots[next]!.id });
  };
  const plain: Readonly<Record<string, () => void>> = {
    ArrowRight: () => walk(1),
    ArrowDown: () => walk(1),
    ArrowLeft: () => walk(-1),
    ArrowUp: () => walk(-1),
    '+': () => canvas.zoom(1.35),
    '=': () => canvas.zoom(1.35),
    '-': () => canvas.zoom(1 / 1.35),
    '0': () => canvas.fit(),
    Escape: () => desk.set({ chosen: null }),
  };
  const shifted: Readonly<Record<string, () => void>> = {
    ArrowRight: () => canvas.pan(-STEP, 0),
    ArrowLeft: () => canvas.pan(STEP, 0),
    ArrowDown: () => canvas.pan(0, -STEP),
    ArrowUp: () => canvas.pan(0, STEP),
  };
  return (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = (event.shiftKey && shifted[event.key]) || plain[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
}
