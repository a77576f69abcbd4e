import { unsubscribeUrl } from '../../consent/index.js';
import type { RowOf } from '../../graph/queries.gen.js';
import { readSettings } from '../../kernel/settings.js';
import { normalIdentity, type PersonalFields, type Services } from '../../security/index.js';
import { ADDRESS_OF, type Message } from './adapter.js';
import { contentFor } from './content.js';
import { DISPATCH_SETTINGS } from './settings.js';

type Claimed = RowOf<'campaigns/steps/dispatch/touches-claimed'>;

/**
 * The message of a claimed touch, in the person's language; `person` is null where the adapter is given nothing
 * personal.
 */
export function messageOf(services: Services, claimed: Claimed, person: PersonalFields | null): Message {
  const { id, customerId, campaignId, channel, alias, city, tier, language } = claimed;
  const { PUBLIC_URL: base } = readSettings({ PUBLIC_URL: DISPATCH_SETTINGS.PUBLIC_URL });
  const link = base && person ? unsubscribeUrl(services, base, { customerId, of: id }) : null;
  const fields = { name: person?.name ?? null, alias, city, tier, unsubscribeUrl: link };
  const field = ADDRESS_OF[channel]!;
  const written = person?.[field] ?? null;
  const address = written === null ? null : normalIdentity(field.toUpperCase(), written);
  return {
    ...{ deliveryId: id, campaignId, customerId, channel, address, name: fields.name },
    ...contentFor(claimed, language, fields),
    ...{ unsubscribeUrl: link, at: services.clock.now() },
  };
}
