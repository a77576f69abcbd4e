import type { ApiContext } from '../../api/context.js';
import { requireRole } from '../../privacy/access.js';
import type { RankedPath } from './best-paths.js';
import { referralPaths } from './path.service.js';

interface PathArguments {
  readonly from: string;
  readonly to: string;
  readonly k?: number | null;
  readonly maxHops?: number | null;
  readonly avoiding?: string[] | null;
}

export const resolvers = {
  Query: {
    referralPath: (_parent: unknown, args: PathArguments, { services }: ApiContext) => {
      requireRole(services.viewer, 'analyst', 'marketer', 'admin');
      return referralPaths(services, withoutNulls(args));
    },
  },
  ReferralPath: {
    steps: ({ people, steps }: RankedPath) =>
      people.map((customerId, at) => ({ customerId, closeness: at === 0 ? null : steps[at - 1] })),
  },
};

/** An argument of null means its default. */
function withoutNulls<T extends object>(args: T): { [K in keyof T]: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== null)) as never;
}
