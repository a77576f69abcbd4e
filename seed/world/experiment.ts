/** An experiment of the past: half of the customers got a card at the till, and some of them came once more for it. */
import { assigned, ownVariant } from '../../src/campaigns/experiments/assign.js';
import { DAY } from './calendar.js';
import { between, chance, int, PURPOSE, stream } from './dice.js';
import type { Layout } from './files/layout.js';
import type { Member } from './people/member.js';

export const EXPERIMENT = {
  id: 'till-card',
  name: 'Thank-you card at the till',
  nameZh: '收银台感谢卡',
  /** Days before the end of the world. */
  startsBefore: 45,
  windowDays: 14,
  variants: [
    { name: 'control', share: 0.5 },
    { name: 'card', share: 0.5 },
  ],
  /** Planted probability that a card brings its holder once more. */
  extra: 0.16,
} as const;

const [CONTROL, CARD] = EXPERIMENT.variants.map(({ name, share }) => ({ id: ownVariant(EXPERIMENT.id, name), share }));

/** When the experiment began, ms: ten in the morning in China. */
function experimentStart(layout: Layout): number {
  return layout.season.end - EXPERIMENT.startsBefore * DAY + 10 * 3_600_000;
}

/** When a customer came for the card, ms; undefined for most. The product's own draw says who had one. */
export function cardVisit(layout: Layout, member: Member): number | undefined {
  const random = stream(layout.seed, PURPOSE.experiment, member.index);
  const start = experimentStart(layout);
  const at = start + int(random, 1, EXPERIMENT.windowDays - 2) * DAY + Math.round(between(random, 1, 9) * 3_600_000);
  const comes = chance(random, EXPERIMENT.extra) && member.habit === 'regular' && member.joined < start;
  return comes && assigned(EXPERIMENT.id, member.id, [CONTROL!, CARD!]) === CARD!.id ? at : undefined;
}
