/**
 * Two past campaigns. Who was touched had allowed marketing over the channel; the variants convert at planted rates.
 */

import { DAY } from './calendar.js';
import { between, chance, int, PURPOSE, stream } from './dice.js';
import type { Layout } from './files/layout.js';
import { allows, type ConsentEvent } from './people/consents.js';
import type { Member } from './people/member.js';

export interface Campaign {
  id: string;
  name: string;
  nameZh: string;
  channel: string;
  /** Days before the end of the world. */
  startsBefore: number;
  runsDays: number;
  costMinor: number;
  /** Planted probability of an order within six days, by variant. */
  rates: { A: number; B: number };
}

export const CAMPAIGNS: readonly Campaign[] = [
  {
    id: 'M001',
    name: 'Second bowl half price',
    nameZh: '第二碗半价',
    channel: 'SMS',
    startsBefore: 150,
    runsDays: 14,
    costMinor: 180_000,
    rates: { A: 0.08, B: 0.16 },
  },
  {
    id: 'M002',
    name: 'Members’ tea tasting',
    nameZh: '会员品茶',
    channel: 'WECHAT',
    startsBefore: 62,
    runsDays: 10,
    costMinor: 120_000,
    rates: { A: 0.06, B: 0.12 },
  },
];

export interface Touch {
  id: string;
  campaign: Campaign;
  variant: 'A' | 'B';
  /** ms since 1970 */
  at: number;
  /** When the customer ordered because of it, ms. */
  convertedAt?: number;
}

/** What came back of a message, as a provider tells it. */
interface Receipt {
  deliveryId: string;
  event: 'DELIVERED' | 'OPENED' | 'CLICKED';
  /** ms since 1970 */
  at: number;
}

/** What came back of a touch: most arrive, fewer are opened, and who ordered because of it had mostly clicked. */
export function makeReceipts(layout: Layout, member: Member, touches: readonly Touch[]): Receipt[] {
  const random = stream(layout.seed, PURPOSE.receipts, member.index);
  return touches.flatMap(({ id: deliveryId, at, convertedAt }) => {
    const ordered = convertedAt !== undefined;
    const arrived = at + int(random, 2, 90) * 1000;
    const opened = arrived + Math.round(between(random, 0.01, 12) * 3_600_000);
    const events: [boolean, Receipt['event'], number][] = [
      [chance(random, ordered ? 1 : 0.97), 'DELIVERED', arrived],
      [chance(random, ordered ? 0.95 : 0.4), 'OPENED', opened],
      [chance(random, ordered ? 0.85 : 0.25), 'CLICKED', opened + int(random, 4, 120) * 1000],
    ];
    const missed = events.findIndex(([happened]) => !happened);
    return events.slice(0, missed < 0 ? events.length : missed).map(([, event, when]) => {
      return { deliveryId, event, at: when };
    });
  });
}

/** First instant of a campaign, ms: ten in the morning in China. */
export function startOf(layout: Layout, campaign: Campaign): number {
  return layout.season.end - campaign.startsBefore * DAY + 10 * 3_600_000;
}

/** Noon in China `days` after the day of `at`, ms. */
function lunchOf(at: number, days: number): number {
  return Math.floor((at + 8 * 3_600_000) / DAY) * DAY + days * DAY + 4 * 3_600_000;
}

/** The touches of one customer: four in five of those who allow it and still come. */
export function makeTouches(layout: Layout, member: Member, consents: readonly ConsentEvent[]): Touch[] {
  const random = stream(layout.seed, PURPOSE.campaigns, member.index);
  return CAMPAIGNS.flatMap((campaign) => {
    const at = startOf(layout, campaign) + int(random, 0, 3) * DAY + int(random, 0, 7_200) * 1000;
    const variant = chance(random, 0.5) ? 'A' : 'B';
    const reached = chance(random, 0.8);
    const converts = chance(random, campaign.rates[variant]);
    const convertedAt = lunchOf(at, int(random, 1, 6)) + Math.round(between(random, -1, 9) * 3_600_000);
    const here = member.joined < at && member.leaves > at + 7 * DAY && member.habit !== 'ring';
    if (!reached || !here || !allows(consents, 'marketing', campaign.channel, at)) return [];
    const touch: Touch = { id: `${campaign.id}-${member.id}`, campaign, variant, at };
    return [converts ? { ...touch, convertedAt } : touch];
  });
}
