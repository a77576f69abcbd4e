import { z } from 'zod';

/** How messages of campaigns leave. */
export const DISPATCH_SETTINGS = {
  GUANXI_CHANNELS: {
    schema: z.string().min(1).optional(),
    example: 'channels.yaml',
    about:
      'file of how each channel sends: SMTP, a provider by HTTP, a webhook, call lists; docs/marketing/campaigns.md explains it',
  },
  PUBLIC_URL: {
    schema: z
      .url({ protocol: /^https?$/, error: 'must be an address like https://crm.example.com' })
      .transform((url) => url.replace(/\/+$/, ''))
      .optional(),
    example: 'https://crm.example.com',
    about: 'where customers reach this server, for the unsubscribe link in messages; mails of campaigns need it',
  },
  DELIVERY_URL: {
    schema: z
      .url({ protocol: /^https?$/, error: 'must be an address like https://sender.example/messages' })
      .optional(),
    example: 'https://sender.example/messages',
    about:
      'where messages of channels that GUANXI_CHANNELS leaves out are posted, signed; without it nothing is sent in production, and ' +
      'messages are written to the folder outbox in development',
  },
  DELIVERY_SECRET: {
    schema: z.string().min(32, 'must have 32 characters or more').optional(),
    example: 'a secret of 32 characters or more',
    about:
      'signs what is posted to DELIVERY_URL, and what comes back to /api/receipts of channels that GUANXI_CHANNELS leaves out',
  },
  CAMPAIGN_APPROVAL_ABOVE: {
    schema: z.coerce.number().int().min(0).max(1_000_000_000).default(10_000),
    example: '10000',
    about: 'a campaign that reaches more customers than this needs a second person to approve it; 0 for every campaign',
  },
} as const;
