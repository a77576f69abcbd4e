import { z } from 'zod';

const file = (example: string, about: string) => ({ schema: z.string().min(1).optional(), example, about });

/** Where the files of the area's rules lie. */
export const VALUE_SETTINGS = {
  GUANXI_RFM: file('rfm-segments.yaml', 'file of the names and the grid of RFM segments; as shipped when not set'),
  GUANXI_TIERS: file('tiers.yaml', 'file of the rules of loyalty tiers; as shipped when not set'),
} as const;
