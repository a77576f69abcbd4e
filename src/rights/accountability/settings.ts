import { z } from 'zod';
import { retentionDays } from './retention.js';

/** How long what is kept for a time is kept. */
export const RETENTION_SETTINGS = {
  RETENTION: {
    schema: z
      .string()
      .default('')
      .refine((text) => retentionDays(text) !== null, 'must be like Event=400,Touch=0 (days; 0 keeps for ever)')
      .transform((text) => retentionDays(text) ?? {}),
    example: 'Event=400,Touch=730',
    about:
      'days that events, touches, finished journeys, closed alerts and requests, scores since their last run, and names in the audit are kept, where not the usual ones',
  },
} as const;
