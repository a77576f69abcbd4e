import { z } from 'zod';
import { idOf } from '../consent-input.js';

/** Whose page, and how many days the link holds. */
export const linkInput = z.object({ customer: idOf, days: z.int().min(1).max(90).default(30) });
