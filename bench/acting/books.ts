import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { CliContext } from '../../src/cli/context.js';
import { AppError } from '../../src/kernel/error.js';
import { groupBy } from '../../src/kernel/group-by.js';
import type { Arrival } from './receiver.js';

/** What is on its way within that time of a withdrawal cannot be recalled. */
const ON_ITS_WAY_MS = 1000;

/** What the sink of files wrote down. */
export function filesIn(folder: string): Arrival[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .map((name) => {
      const { deliveryId } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as { readonly deliveryId: string };
      return { deliveryId, at: statSync(join(folder, name)).mtimeMs };
    });
}

/** A touch as the graph has it. */
export interface Noted {
  readonly id: string;
  readonly customerId: string;
  readonly channel: string;
  readonly state: string;
}

/** The truth is what arrived; the graph has to agree with it. Only what came by `careless` may be unknown. */
export function judge(
  { out }: CliContext,
  touches: readonly Noted[],
  books: readonly (readonly Arrival[])[],
  withdrawn: ReadonlyMap<string, number>,
  careless: string,
): void {
  const arrived = groupBy(books.flat(), ({ deliveryId }) => deliveryId);
  const got = ({ id }: Noted) => arrived.get(id) ?? [];
  const left = (one: Noted) => withdrawn.has(one.customerId);
  const late = touches
    .filter(left)
    .flatMap((one) => got(one).map(({ at }) => at - withdrawn.get(one.customerId)!))
    .filter((ms) => ms > 0);
  const count = (which: (one: Noted) => boolean) => touches.filter(which).length;
  const found = {
    twice: count((one) => got(one).length > 1),
    afterWithdrawing: late.filter((ms) => ms > ON_ITS_WAY_MS).length,
    sentWithoutArrival: count((one) => one.state === 'SENT' && got(one).length === 0),
    arrivedUnnoted: count((one) => got(one).length > 0 && !['SENT', 'UNKNOWN'].includes(one.state)),
    noneForNoReason: count((one) => !got(one).length && !left(one) && one.state !== 'UNKNOWN'),
    unknownThoughDropped: count((one) => one.state === 'UNKNOWN' && one.channel !== careless && !left(one)),
  };
  const states = [...new Set(touches.map(({ state }) => state))];
  out(`states: ${states.map((state) => `${state} ${count((one) => one.state === state)}`).join(', ')}`);
  out(`arrived: files ${books[0]!.length}, dropping ${books[1]!.length}, careless ${books[2]!.length}`);
  const most = Math.max(0, ...late);
  const withdrew = `${withdrawn.size} withdrew, ${late.length} of them with a message on its way`;
  out(`${withdrew}, ${most.toFixed(0)} ms late at most`);
  const told = Object.entries(found).map(([what, many]) => `${what} ${many}`);
  out(told.join(', '));
  if (Object.values(found).some((many) => many > 0))
    throw new AppError('CONFLICT', 'the promise of once each does not hold', 'read the counts above');
}
