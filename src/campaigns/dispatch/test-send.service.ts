import { wrongInput } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { faultWith, type Words } from '../../kernel/words/issues.js';
import { normalIdentity, recordAudit, type Services } from '../../security/index.js';
import { campaignOf } from '../campaign.service.js';
import { ADDRESS_OF } from './adapter.js';
import { waysToSend } from './channels.js';
import { CONTENT_FIELDS, contentFor } from './content.js';

export interface TestMessage {
  readonly campaign: string;
  readonly variant?: string | null | undefined;
  readonly channel?: string | null | undefined;
  readonly address: string;
  readonly language: 'zh' | 'en';
}

export interface TestSent {
  readonly state: string;
  readonly problem: string | null;
  readonly adapter: string;
}

const NO_TEXT: Words = { en: 'has no text to send', zh: '没有可发送的正文' };
const NO_WAY: Words = { en: 'is sent by nothing here', zh: '此处没有接入发送服务' };
const noAddress = (field: string): Words => ({
  en: `is no ${field}: write it as customers have theirs`,
  zh: '格式不正确，请按客户资料中的写法填写',
});

/**
 * Sends one message of a campaign to an address of the viewer's own. What it would say of a person shows as the field's
 * name; the address goes to the adapter and nowhere else. Throws NOT_FOUND, INPUT (address), CONFLICT (nothing to send,
 * or the channel cannot).
 */
export async function sendTest(services: Services, asked: TestMessage): Promise<TestSent> {
  const { variants, channel: first } = await campaignOf(services, asked.campaign);
  const variant = asked.variant ? variants.find(({ name }) => name === asked.variant) : variants[0];
  if (!variant) throw new AppError('NOT_FOUND', `campaign ${asked.campaign} has no such variant`, 'check its name');
  const channel = asked.channel ?? first ?? '';
  const field = ADDRESS_OF[channel];
  if (variant.text === null || field === undefined)
    throw new AppError('CONFLICT', `campaign ${asked.campaign} has no text to send`, 'give its variants a text', {
      faults: [faultWith('variant', NO_TEXT)],
    });
  const address = normalIdentity(field.toUpperCase(), asked.address);
  if (address === null) throw wrongInput('sendTest', [faultWith('address', noAddress(field))]);
  const ways = waysToSend(services);
  const way = ways.find((one) => one.channel === channel);
  try {
    if (!way?.adapter)
      throw new AppError(
        'CONFLICT',
        `nothing sends ${channel} here`,
        way?.problem ?? 'see docs/marketing/campaigns.md',
        { faults: [faultWith('channel', NO_WAY)] },
      );
    await recordAudit(services, { action: 'CAMPAIGN_TESTED', subject: asked.campaign, count: 1 });
    const shown = Object.fromEntries(CONTENT_FIELDS.map((name) => [name, `{{${name}}}`]));
    const outcome = await way.adapter.send({
      ...{
        deliveryId: `test|${services.random.id()}`,
        campaignId: asked.campaign,
        customerId: 'test',
        channel,
        address,
      },
      ...{ name: null, unsubscribeUrl: null, at: services.clock.now() },
      ...contentFor({ ...variant, text: variant.text }, asked.language, shown as never),
    });
    return { state: outcome.state, problem: 'problem' in outcome ? outcome.problem : null, adapter: way.adapter.name };
  } finally {
    for (const one of ways) one.adapter?.close?.();
  }
}
