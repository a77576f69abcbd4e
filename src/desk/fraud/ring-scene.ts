import type { Drawing, DrawnNode } from '../../kernel/drawing.js';
import { type Dot, dotOf, type Scene, sceneOf } from '../picture/drawing.js';
import type { Places } from '../picture/places.js';

/** What accounts share, and how the picture draws it. */
export const SHAPES = { PAYMENT: 'diamond', DEVICE: 'round-rectangle', ADDRESS: 'hexagon' } as const;
export type Shared = keyof typeof SHAPES;

const MEMBER = 26;
const THING = 22;
/** Room along the circle for a member and their name. */
const ARC = 96;
/** What is shared stands at this share of the circle. */
const INNER = 0.5;

/**
 * One ring of a drawing of several: its members, who referred whom, and what they share; `named` says what a shared
 * thing is called.
 */
export function ringScene(drawing: Drawing, members: readonly string[], named: (kind: Shared) => string): Scene {
  const own = new Set(members);
  const ties = drawing.ties.filter(({ from }) => own.has(from));
  const shared = new Set(ties.filter(({ type }) => type === 'HAS_IDENTITY').map(({ to }) => to));
  const people = drawing.nodes.filter(({ id }) => own.has(id));
  const things = drawing.nodes.filter(({ id }) => shared.has(id));
  const { dots, groups } = sceneOf({ nodes: people, ties: [] });
  const referrals = ties.filter(({ type, to }) => type === 'REFERRED' && own.has(to));
  const lines = [...referrals, ...ties.filter(({ to }) => shared.has(to))].map(({ id, from, to, type }) => {
    const directed = type === 'REFERRED';
    return { id, from, to, closeness: directed ? 0.5 : 0.6, kinds: [type], directed };
  });
  const all = [...dots.map((dot) => ({ ...dot, diameter: MEMBER })), ...things.map((node) => thingOf(node, named))];
  return { dots: all, lines, groups };
}

/** Members on a circle, each after who referred them; what they share inside it. */
export function ringPlaces({ dots, lines }: Pick<Scene, 'dots' | 'lines'>): Places {
  const [people, things] = [dots.filter(({ shape }) => !shape), dots.filter(({ shape }) => shape)];
  const radius = Math.max(120, (people.length * ARC) / (2 * Math.PI));
  const order = inOrder(
    people.map(({ id }) => id),
    lines.filter(({ directed }) => directed),
  );
  const inner = things.length > 1 ? INNER * radius : 0;
  return new Map([
    ...order.map((id, index) => [id, onCircle(index / order.length, radius)] as const),
    ...things.map(({ id }, index) => [id, onCircle((index + 0.5) / things.length, inner)] as const),
  ]);
}

function inOrder(
  ids: readonly string[],
  referrals: readonly { readonly from: string; readonly to: string }[],
): string[] {
  const left = new Set([...ids].sort());
  const order: string[] = [];
  let next: string | undefined;
  while (left.size > 0) {
    const id: string = next ?? [...left][0]!;
    left.delete(id);
    order.push(id);
    next = referrals
      .filter(({ from, to }) => from === id && left.has(to))
      .map(({ to }) => to)
      .sort()[0];
  }
  return order;
}

function onCircle(share: number, radius: number): { x: number; y: number } {
  const angle = 2 * Math.PI * share - Math.PI / 2;
  return { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
}

function thingOf({ id, properties }: DrawnNode, named: (kind: Shared) => string): Dot {
  const kind = Object.keys(SHAPES).find((one) => one === properties.kind) as Shared | undefined;
  const thing = dotOf({ id, properties: { alias: named(kind ?? 'PAYMENT') } });
  return { ...thing, community: 'shared', diameter: THING, shape: SHAPES[kind ?? 'PAYMENT'] };
}
