import { z } from 'zod';
import { AppError } from '../../kernel/error.js';
import { LANGUAGES } from '../../kernel/language.js';
import { recordAudit, type Services } from '../../security/index.js';
import { setDoNotContact } from '../choices/standing.service.js';
import { type Channel, PURPOSES } from '../consent.js';
import { recordConsent, withdrawConsent } from '../consent.service.js';
import { channelOf, contactChannelOf, purposeOf } from '../consent-input.js';
import { openRequest } from '../requests/open-request.service.js';

const VIA = 'preference page';
/** What a button of the page asks for, and the kind of request it opens. */
const REQUESTS = { copy: 'ACCESS', correct: 'CORRECTION', erase: 'ERASURE' } as const;

/** What was done, for the line of thanks on the page. */
export type Done =
  | 'given'
  | 'withdrawn'
  | 'all-withdrawn'
  | 'banned'
  | 'unbanned'
  | 'preferred'
  | keyof typeof REQUESTS;

/**
 * Does what a button of the page says: `give:PURPOSE:CHANNEL:VERSION`, `withdraw:PURPOSE:CHANNEL`,
 * `prefer:FIELD:VALUE`, `withdraw-all`, `ban`, `unban`, `copy`, `correct`, `erase`. Throws INPUT for anything else.
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
  if (verb === 'prefer') return prefer(services, customerId, purpose, channel);
  return change(services, customerId, { verb, purpose, channel, version });
}

const PREFERENCES = {
  preferredChannel: contactChannelOf,
  language: z.enum(LANGUAGES),
} as const;

/** Notes the channel or the language that messages are wanted in; an empty value takes it away. */
async function prefer(services: Services, customerId: string, field = '', value = ''): Promise<Done> {
  if (!Object.hasOwn(PREFERENCES, field)) throw noButton();
  const known = PREFERENCES[field as keyof typeof PREFERENCES].nullable().safeParse(value === '' ? null : value);
  if (!known.success) throw noButton();
  await services.graph.transaction(async (tx) => {
    await tx.write('consent/steps/preferences/preferred-set', { customerId, values: { [field]: known.data } });
    await recordAudit(services, { action: 'CORRECTED', fields: [field], customers: [customerId], count: 1 }, tx);
  });
  return 'preferred';
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
  if (!purpose.success || !channel.success || !/^(give|withdraw)$/.test(asked.verb)) throw noButton();
  const said = { customerId, purpose: purpose.data, channel: channel.data as Channel, via: VIA };
  if (asked.verb === 'withdraw') {
    await withdrawConsent(services, said);
    return 'withdrawn';
  }
  // the version comes back from the page, so that the consent is to the words that were read
  await recordConsent(services, { ...said, textVersion: asked.version?.slice(0, 50) ?? null, proof: VIA });
  return 'given';
}

function noButton(): AppError {
  return new AppError('INPUT', 'the page has no such button', 'go back and load the page again');
}
