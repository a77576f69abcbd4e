import { AppError } from '../kernel/error.js';
import { personalFields, requireInScope, type Services } from '../security/index.js';
import { campaignOf } from './campaign.service.js';
import { contentFor } from './dispatch/content.js';
import { variantFor } from './split.js';

export interface MessagePreview {
  readonly variant: string;
  readonly subject: string | null;
  readonly text: string | null;
  readonly html: string | null;
}

/** What one customer would get in their language, with the name as the viewer may see it. Throws NOT_FOUND. */
export async function previewMessage(services: Services, campaign: string, customer: string): Promise<MessagePreview> {
  await requireInScope(services, customer);
  const { variants } = await campaignOf(services, campaign);
  const shares = variants.map((one) => ({ ...one, share: one.share ?? 0 }));
  const variant = variantFor(campaign, customer, shares);
  const [row] = await services.graph.read('campaigns/steps/content-fields', { customerId: customer });
  if (!row) throw new AppError('NOT_FOUND', `no customer ${customer}`, 'check the id');
  if (variant.text === null) return { variant: variant.name, subject: variant.subject, text: null, html: null };
  const person = (await personalFields(services, [customer], ['name'])).get(customer);
  const { language, ...fields } = row;
  const texts = { ...variant, text: variant.text };
  const content = contentFor(texts, language, { ...fields, name: person?.name ?? null, unsubscribeUrl: null });
  return { variant: variant.name, ...content };
}
