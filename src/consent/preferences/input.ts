import { z } from 'zod';
import { idOf } from '../../kernel/input.js';
import { LINK_DAYS } from '../../security/index.js';

/** Whose page, and how many days the link holds. */
export const linkInput = z.object({ customer: idOf, days: z.int().min(1).max(LINK_DAYS).default(30) });
