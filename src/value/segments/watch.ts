import { scoreOf } from '../../scores/index.js';
import { ago, namesIn } from './compile.js';
import type { ConditionName, Rule } from './rule.js';

// biome-ignore lint/suspicious/noExplicitAny: what each takes is checked by its schema in rule.ts
type Given = any;

/** Customers of whom time alone changes the answer, and within how many steps of them others are asked about them. */
export interface Passing {
  readonly statement: 'orders' | 'events' | 'said' | 'times' | 'score-times' | 'consents';
  readonly params: Readonly<Record<string, unknown>> & { readonly from: Date; readonly to: Date };
  readonly reach: number;
}

/** What a refresh has to look at again for a rule. */
export interface Watch {
  /** Steps along ties from a customer that changed to others whose answer may change with it, 0..3. */
  readonly reach: number;
  /** Score runs whose end may change anybody's answer. */
  readonly runs: readonly string[];
  readonly passing: readonly Passing[];
}

/** What may have changed the answers of a rule from one time to another. */
export function watchOf(rule: Rule, before: Date, now: Date): Watch {
  const parts = namesIn(rule).map(([name, given]) => WATCHES[name](given, { before, now }));
  return {
    reach: Math.max(0, ...parts.map(({ reach = 0 }) => reach)),
    runs: [...new Set(parts.flatMap(({ runs = [] }) => runs))],
    passing: parts.flatMap(({ passing = [] }) => passing).filter(({ params }) => params.from < params.to),
  };
}

interface Span {
  readonly before: Date;
  readonly now: Date;
}

const shifted = ({ before, now }: Span, days: number) => ({ from: ago(before, days), to: ago(now, days) });

/** What a window of so many days let go, and what it took in. */
function windowed(statement: Passing['statement'], span: Span, days: number, more = {}, reach = 0): Passing[] {
  return [shifted(span, days), { from: span.before, to: span.now }].map((period) => ({
    ...{ statement, reach, params: { ...period, ...more } },
  }));
}

/** A time property counted in days: whoever crossed the border. */
function timed({ name: property, withinDays, beforeDays }: Given, span: Span): Partial<Watch> {
  const statement = scoreOf(property) ? 'score-times' : 'times';
  const borders = [withinDays, beforeDays].filter((days) => days !== undefined);
  return {
    passing: borders.map((days) => ({ statement, reach: 0, params: { ...shifted(span, days), property } })),
  };
}

/** Degrees follow the consent of acquaintances too, between two runs. */
const AROUND = 'network/steps/ties/analysis-touched';

function scored(given: Given, span: Span): Partial<Watch> {
  const { run, by } = scoreOf(given.name)!;
  return { ...timed(given, span), runs: [run], reach: (by as readonly string[]).includes(AROUND) ? 1 : 0 };
}

const NETWORK = ['analysis'];
const WATCHES: Readonly<Record<ConditionName, (given: Given, span: Span) => Partial<Watch>>> = {
  property: timed,
  score: scored,
  ordered: ({ days }, span) => ({ passing: windowed('orders', span, days) }),
  spent: ({ days }, span) => ({ passing: windowed('orders', span, days) }),
  notOrdered: ({ days }, span) => ({ passing: windowed('orders', span, days) }),
  event: ({ type, days }, span) => ({ passing: windowed('events', span, days, { type }) }),
  sentiment: ({ days }, span) => ({ passing: windowed('said', span, days) }),
  interest: () => ({}),
  consents: (_given, { before, now }) => ({
    passing: [{ statement: 'consents', reach: 0, params: { from: before, to: now } }],
  }),
  rfmSegment: () => ({ runs: ['rfm'] }),
  lifecycle: () => ({ runs: ['lifecycle'] }),
  role: () => ({ runs: NETWORK }),
  closeTie: ({ ordered, quietDays }, span) => ({
    reach: 1,
    passing: [
      ...(ordered ? windowed('orders', span, ordered.days, {}, 1) : []),
      ...(quietDays
        ? [{ statement: 'times', reach: 1, params: { ...shifted(span, quietDays), property: 'lastOrderAt' } } as const]
        : []),
    ],
  }),
  near: ({ steps }) => ({ reach: steps, runs: NETWORK }),
  // what members did is asked anew, and who belongs to a community that came or went is looked at
  inCommunity: () => ({ runs: NETWORK }),
  broughtBy: ({ rfmSegment, lifecycle, role }) => ({
    reach: 1,
    runs: [...(rfmSegment ? ['rfm'] : []), ...(lifecycle ? ['lifecycle'] : []), ...(role ? NETWORK : [])],
  }),
  broughtAtLeast: () => ({ reach: 1 }),
  companyOf: () => ({}),
};
