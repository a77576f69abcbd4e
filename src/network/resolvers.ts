import type { ApiContext } from '../api/context.js';
import { requireRole } from '../privacy/access.js';
import type { RankedPath } from './referral-path.js';
import { referralPaths } from './referral-path.service.js';

export const resolvers = {
  Query: {
    referralPath: (
      _parent: unknown,
      { from, to, k }: { from: string; to: string; k?: number | null },
      { services }: ApiContext,
    ) => {
      requireRole(services.viewer, 'analyst', 'marketer', 'admin');
      return referralPaths(services, { from, to, k: k ?? 3 });
    },
  },
  ReferralPath: {
    steps: ({ people, steps }: RankedPath) =>
      people.map((customerId, at) => ({ customerId, closeness: at === 0 ? null : steps[at - 1] })),
  },
};
