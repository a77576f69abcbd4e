import type { ApiContext, Services } from '../../security/index.js';
import type { RankedPath } from './best-paths.js';
import type { Bringer } from './brought-by.js';
import { broughtBy, hiddenReferrals } from './brought-by.service.js';
import { kFactor } from './k-factor.service.js';
import { referralPaths } from './path.service.js';
import { potentialReferrers } from './potential.service.js';
import { referralTree } from './tree.service.js';

export const resolvers = {
  Query: {
    referralPath: asked(referralPaths),
    referralTree: asked(referralTree),
    hiddenReferrals: asked(hiddenReferrals),
    broughtBy: asked(broughtBy),
    kFactor: asked(kFactor),
    potentialReferrers: asked(potentialReferrers),
  },
  ReferralPath: {
    steps: ({ people, steps }: RankedPath) =>
      people.map((customerId, at) => ({ customerId, closeness: at === 0 ? null : steps[at - 1] })),
  },
  Bringer: { customerId: ({ byId }: Bringer) => byId },
};

/** The service checks its arguments, and takes null for a default. */
function asked<A extends object, R>(service: (services: Services, args: A) => Promise<R>) {
  return (_parent: unknown, args: object, { services }: ApiContext): Promise<R> => {
    const given = Object.entries(args).filter(([, value]) => value !== null);
    return service(services, Object.fromEntries(given) as A);
  };
}
