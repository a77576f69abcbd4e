import { AppError } from '../../kernel/error.js';
import type { Services } from '../../security/index.js';
import { setDoNotContact } from '../choices/standing.service.js';
import { type Channel, PURPOSES } from '../consent.js';
import { recordConsent, withdrawConsent } from '../consent.service.js';
import { channelOf, purposeOf } from '../consent-input.js';
import { openRequest } from '../requests/open-request.service.js';

const VIA = 'preference page';
/** What a button of the page asks for, and the kind of request it opens. */
const REQUESTS = { copy: 'ACCESS', correct: 'CORRECTION', erase: 'ERASURE' } as const;

/** What was done, for the line of thanks on the page. */
export type Done = 'given' | 'withdrawn' | 'all-withdrawn' | 'banned' | 'unbanned' | keyof typeof REQUESTS;

/**
 * Does what a button of the page says: `give:PURPOSE:CHANNEL:VERSION`, `withdraw:PURPOSE:CHANNEL`, `withdraw-all`,
 * `ban`, `unban`, `copy`, `correct`, `erase`. Throws INPUT for anything else.
 */
export async function actOn(services: Services, customerId: string, button: string): Promise<Done> {
  const [verb = '', purpose, channel, version] = button.split(':');
  if (Object.hasOwn(REQUESTS, verb)) {
    const kind = REQUESTS[verb as keyof typeof REQUESTS];
    await openRequest(services, { customerId, kind, via: VIA });
    return verb as keyof typeof REQUESTS;
  }
  if (verb === 'withdraw-all') return withdrawAll(services, customerId);
  if (verb === 'ban' || verb === 'unban') {
    const reason = 'the customer, on the preference page';
    await setDoNotContact(services, { customerId, banned: verb === 'ban', reason, via: VIA });
    return verb === 'ban' ? 'banned' : 'unbanned';
  }
  return change(services, customerId, { verb, purpose, channel, version });
}

async function withdrawAll(services: Services, customerId: string): Promise<Done> {
  for (const purpose of PURPOSES) await withdrawConsent(services, { customerId, purpose, via: VIA });
  return 'all-withdrawn';
}

interface Change {
  readonly verb: string;
  readonly purpose: string | undefined;
  readonly channel: string | undefined;
  readonly version: string | undefined;
}

async function change(services: Services, customerId: string, asked: Change): Promise<Done> {
  const [purpose, channel] = [purposeOf.safeParse(asked.purpose), channelOf.safeParse(asked.channel)];
  if (!purpose.success || !channel.success || !/^(give|withdraw)$/.test(asked.verb))
    throw new AppError('INPUT', 'the page has no such button', 'go back and load the page again');
  const said = { customerId, purpose: purpose.data, channel: channel.data as Channel, via: VIA };
  if (asked.verb === 'withdraw') {
    await withdrawConsent(services, said);
    return 'withdrawn';
  }
  // the version comes back from the page, so that the consent is to the words that were read
  await recordConsent(services, { ...said, textVersion: asked.version?.slice(0, 50) ?? null, proof: VIA });
  return 'given';
}
