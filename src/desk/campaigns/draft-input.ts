import type { ConsentPurpose, ContactChannel, CreateCampaignInput } from '../operations.gen.js';

/** What a form holds; one that is not there is empty. */
type Given = Pick<FormData, 'get' | 'getAll' | 'has'>;

/** Where an audience may come from. */
export const SOURCES = ['segment', 'community', 'list', 'seeds'] as const;
export type Source = (typeof SOURCES)[number];

const textIn = (given: Given, name: string) => String(given.get(name) ?? '').trim() || null;

/** The new campaign that a form describes; `customers` are those of a list or the seeds that were worked out. */
export function inputOf(given: Given, customers: readonly string[] = []): CreateCampaignInput {
  const said = (name: string) => textIn(given, name);
  const from = (said('from') ?? 'segment') as Source;
  const currency = said('currency');
  const money = (name: string) => minorOf(said(name), currency);
  const startsAt = said('startsAt');
  return {
    ...{
      name: said('name') ?? '',
      nameZh: said('nameZh'),
      purpose: (said('purpose') ?? 'marketing') as ConsentPurpose,
    },
    ...{ channel: (said('channel') ?? 'SMS') as ContactChannel, fallback: fallbackIn(given) },
    ...(from === 'segment' ? { segment: said('segment') ?? 'all' } : {}),
    ...(from === 'community' ? { community: said('community') } : {}),
    ...(from === 'list' || from === 'seeds' ? { customers: [...customers] } : {}),
    excludeSegments: given.getAll('excludeSegments').map(String),
    excludeCampaigns: given.getAll('excludeCampaigns').map(String),
    ...{ priority: Number(said('priority') ?? 5), scheduled: given.get('scheduled') !== null },
    ...(startsAt === null ? {} : { startsAt: new Date(startsAt).toISOString() }),
    ...(currency === null ? {} : { currency, budgetMinor: money('budget'), costMinor: money('cost') }),
    variants: variantsIn(given),
  };
}

/** Ids of customers, by line, space or comma, each once. */
export function idsIn(text: string): string[] {
  return [...new Set(text.split(/[\s,，;；]+/).filter(Boolean))];
}

/** The channels after the first in their order, each once. */
function fallbackIn(given: Given): ContactChannel[] {
  const then = ['then1', 'then2'].flatMap((name) => textIn(given, name) ?? []) as ContactChannel[];
  return [...new Set(then)].filter((one) => one !== textIn(given, 'channel'));
}

/** Variants A, B and so on, as many as the form shows, of equal shares; one whose text is blank is refused by the server. */
function variantsIn(given: Given) {
  const places = ['A', 'B', 'C', 'D'].filter((name) => given.has(`text${name}`));
  const field = (name: string) => textIn(given, name);
  return places.map((name) => ({
    ...{ name, share: 1 / places.length, text: field(`text${name}`) ?? '', textZh: field(`text${name}Zh`) },
    ...{ subject: field(`subject${name}`), subjectZh: field(`subject${name}Zh`) },
  }));
}

/** An amount as people write it in minor units: of 12.5 CNY 1250, of 12 JPY 12. */
export function minorOf(amount: string | null, currency: string | null): number | null {
  if (amount === null || currency === null) return null;
  const { maximumFractionDigits = 2 } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return Math.round(Number(amount) * 10 ** maximumFractionDigits);
}
