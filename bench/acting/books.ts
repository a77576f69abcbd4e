import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CliContext } from '../../src/cli/context.js';
import { AppError } from '../../src/kernel/error.js';
import type { Arrival } from './receiver.js';

/** What is on its way within that time of a withdrawal cannot be recalled. */
const ON_ITS_WAY_MS = 1000;

/** What the sink of files wrote down. */
export function filesIn(folder: string): Arrival[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .map((name) => {
      const { customerId } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { readonly customerId: string };
      return { customerId, at: statSync(join(folder, name)).mtimeMs };
    });
}

/** The truth is what arrived; the graph has to agree with it. */
export function judge(
  { out }: CliContext,
  states: ReadonlyMap<string, string>,
  books: readonly (readonly Arrival[])[],
  withdrawn: ReadonlyMap<string, number>,
): void {
  const arrived = new Map<string, Arrival[]>();
  for (const one of books.flat()) arrived.set(one.customerId, [...(arrived.get(one.customerId) ?? []), one]);
  const got = (id: string) => arrived.get(id) ?? [];
  const ids = [...states.keys()];
  const late = [...withdrawn].flatMap(([id, at]) => got(id).map((one) => one.at - at)).filter((ms) => ms > 0);
  const found = {
    twice: ids.filter((id) => got(id).length > 1).length,
    afterWithdrawing: late.filter((ms) => ms > ON_ITS_WAY_MS).length,
    sentWithoutArrival: ids.filter((id) => states.get(id) === 'SENT' && got(id).length === 0).length,
    arrivedUnnoted: ids.filter((id) => got(id).length > 0 && !['SENT', 'UNKNOWN'].includes(states.get(id)!)).length,
    noneForNoReason: ids.filter((id) => !got(id).length && !withdrawn.has(id) && states.get(id) !== 'UNKNOWN').length,
    unknownThoughDropped: ids.filter(
      (id) => states.get(id) === 'UNKNOWN' && Number(id.slice(1)) % 3 !== 2 && !withdrawn.has(id),
    ).length,
  };
  const inState = (state: string) => `${state} ${ids.filter((id) => states.get(id) === state).length}`;
  out(`states: ${[...new Set(states.values())].map(inState).join(', ')}`);
  out(`arrived: files ${books[0]!.length}, dropping ${books[1]!.length}, careless ${books[2]!.length}`);
  const most = Math.max(0, ...late);
  out(
    `${withdrawn.size} withdrew, ${late.length} of them with a message on its way, ${most.toFixed(0)} ms late at most`,
  );
  out(
    Object.entries(found)
      .map(([what, count]) => `${what} ${count}`)
      .join(', '),
  );
  if (Object.values(found).some((count) => count > 0))
    throw new AppError('CONFLICT', 'the promise of once each does not hold', 'read the counts above');
}
