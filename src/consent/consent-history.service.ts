import { AppError } from '../kernel/error.js';
import type { Services } from '../security/index.js';
import type { ConsentEvent } from './consent.js';
import { type History, type StateThen, stateAt } from './consent-history.js';

/** What a customer had allowed at a time, and every event behind it up to then, each with its text and its proof. */
export interface ConsentLedger extends StateThen {
  readonly customerId: string;
  readonly at: Date;
  readonly events: readonly ConsentEvent[];
}

/** Rebuilds the state at `at` (now when left out) from the events. Throws NOT_FOUND. */
export async function consentLedger(services: Services, customerId: string, at?: Date | null): Promise<ConsentLedger> {
  const then = at ?? services.clock.now();
  const history = await historyOf(services, customerId);
  const events = history.events.filter((event) => event.at <= then);
  return { customerId, at: then, ...stateAt(history, then), events };
}

async function historyOf({ graph }: Services, customerId: string): Promise<History> {
  const ledger = await graph.read('consent/steps/ledger/consent-ledger', { customerIds: [customerId] });
  const standing = await graph.read('consent/steps/contact/contact-events', { customerId });
  const texts = await graph.read('consent/steps/ledger/consent-texts', {});
  const [customer] = await graph.read('security/steps/keys/sealed-fields', { customerIds: [customerId] });
  if (!customer) throw new AppError('NOT_FOUND', `no customer ${customerId}`, 'check the id');
  const events = ledger as readonly ConsentEvent[];
  return { events, standing, texts, guardianUntil: ledger[0]?.guardianUntil ?? null };
}
