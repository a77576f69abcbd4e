import { z } from 'zod';

/** Where the policy file lies. */
export const POLICY_SETTINGS = {
  GUANXI_POLICY: {
    schema: z.string().min(1).optional(),
    example: 'policy.yaml',
    about: 'file of who may see and do what; the one that comes with the product when not set',
  },
} as const;
