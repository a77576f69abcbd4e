import { withLease } from '../../graph/lease.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { DAY_MS } from '../../kernel/clock.js';
import { noteScoreRun } from '../../scores/index.js';
import type { Services } from '../../security/index.js';
import { knownUntil } from './known-until.js';
import {
  AWAY,
  BACK,
  LOGIN,
  OPENED,
  WARNING_KNOBS,
  WARNING_RULES,
  type WarningKnobs,
  type WarningRule,
  warningsOf,
} from './warnings.js';

export interface WarningRun {
  /** Buyers looked at. */
  readonly looked: number;
  readonly begun: number;
  readonly ended: number;
  /** Open warnings by rule. */
  readonly rules: Readonly<Record<WarningRule, number>>;
}

const PAGE = 2_000;

/**
 * Looks through every profiled buyer for churn warnings, and keeps when each began and ended. One run at a time (BUSY);
 * safe to repeat.
 */
export async function warnOfChurn(services: Services, knobs: WarningKnobs = WARNING_KNOBS): Promise<WarningRun> {
  const { graph, clock, log } = services;
  return withLease(graph, { id: 'churn-warnings', seconds: 120, waitMs: 0 }, async () => {
    const now = clock.now();
    const until = await knownUntil(services);
    const asked = await windowsOf(services, until, knobs);
    const rules = Object.fromEntries(WARNING_RULES.map((rule) => [rule, 0])) as Record<WarningRule, number>;
    let [looked, begun] = [0, 0];
    for (let after = ''; ; ) {
      const page = await graph.read('value/steps/churn/warning-inputs', {
        ...asked.params,
        after,
        limit: PAGE,
        now: until,
      });
      const rows = page.flatMap((row) => warningRows(row, { now: until, knobs, counted: asked.counted }));
      for (const { rule } of rows) rules[rule] += 1;
      if (rows.length > 0) begun += (await graph.write('value/steps/churn/warnings-save', { rows, now })).begun;
      looked += page.length;
      if (page.length < PAGE) break;
      after = page.at(-1)!.customerId;
    }
    const { ended } = await graph.write('value/steps/churn/warnings-end', { now });
    await noteScoreRun(services, 'churnWarnings');
    log.info('churn warnings told', { looked, begun, ended });
    return { looked, begun, ended, rules };
  });
}

/**
 * Warnings that began at `since` or later, the oldest first; `after` is the key of the last one handled that began at
 * `since`.
 */
export function warningsSince(
  { graph }: Pick<Services, 'graph'>,
  since: Date,
  { after = '', rules = [], limit = 1000 }: { after?: string; rules?: readonly WarningRule[]; limit?: number } = {},
): Promise<RowOf<'value/steps/churn/warnings-since'>[]> {
  return graph.read('value/steps/churn/warnings-since', { since, after, rules: [...rules], limit });
}

async function windowsOf({ graph }: Services, now: Date, { monthDays, usualMonths, silentMonths }: WarningKnobs) {
  const monthsAgo = (months: number) => new Date(now.getTime() - months * monthDays * DAY_MS);
  const loginsSince = monthsAgo(2);
  const [kept] = await graph.read('value/steps/churn/events-since', { type: LOGIN });
  return {
    /** Whether logins are kept as long as they are counted. */
    counted: kept !== undefined && kept.since <= loginsSince,
    params: {
      ...{ ordersSince: monthsAgo(2 + usualMonths[1]), loginsSince, since: monthsAgo(silentMonths), login: LOGIN },
      ...{ moves: [...Object.keys(AWAY), ...Object.keys(BACK)], opened: [...OPENED] },
    },
  };
}

function warningRows(
  { customerId, logins, ...facts }: RowOf<'value/steps/churn/warning-inputs'>,
  { now, knobs, counted }: { now: Date; knobs: WarningKnobs; counted: boolean },
) {
  return warningsOf({ ...facts, logins: counted ? logins : null }, now, knobs).map((warning) => ({
    ...{ customerId, ...warning },
    because: [...warning.because],
    orders: [...warning.orders],
    events: [...warning.events],
  }));
}
