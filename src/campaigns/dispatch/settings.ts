import { z } from 'zod';

/** How messages of campaigns leave. */
export const DISPATCH_SETTINGS = {
  DELIVERY_URL: {
    schema: z
      .url({ protocol: /^https?$/, error: 'must be an address like https://sender.example/messages' })
      .optional(),
    example: 'https://sender.example/messages',
    about: 'where messages of campaigns are posted, signed; without it they are written to the folder outbox',
  },
  DELIVERY_SECRET: {
    schema: z.string().min(32, 'must have 32 characters or more').optional(),
    example: 'a secret of 32 characters or more',
    about: 'signs what is posted to DELIVERY_URL (HMAC-SHA-256)',
  },
} as const;
