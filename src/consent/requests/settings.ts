import { z } from 'zod';

/** By which law requests of people are answered. */
export const REQUEST_SETTINGS = {
  REQUEST_LAW: {
    schema: z.enum(['PIPL', 'GDPR']).default('PIPL'),
    example: 'GDPR',
    about: 'by when requests of people are answered: PIPL 15 days, GDPR 30',
  },
} as const;
