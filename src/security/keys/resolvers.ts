import { z } from 'zod';
import { checked } from '../../kernel/checked.js';
import { idOf } from '../../kernel/input.js';
import { own } from '../../kernel/words/issues.js';
import { requireCursor } from '../access/cursor.service.js';
import { lookupStatus } from '../lookups/lookup-status.service.js';
import { reindexLookups } from '../lookups/reindex.service.js';
import type { ApiContext } from '../services.js';
import { keyStatus } from './key-status.service.js';
import { retireMasterKey } from './retire.service.js';
import { rotateMasterKey } from './rotate.service.js';

const mostOf = (usual: number) => z.int().min(1).max(20_000).default(usual);
const rotateInput = z.object({ most: mostOf(5000) });
const retireInput = z.object({
  id: z.string().regex(/^[0-9a-f]{8}$/, own('must be an id as keyStatus names it', '须为 keyStatus 列出的编号')),
});
const reindexInput = z.object({ rotate: z.boolean().default(false), after: idOf.nullish(), most: mostOf(2000) });

export const resolvers = {
  Query: {
    keyStatus: async (_parent: unknown, _args: unknown, { services }: ApiContext) => {
      return { masterKeys: await keyStatus(services), findingKeys: await lookupStatus(services) };
    },
  },
  Mutation: {
    rotateMasterKey: async (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { most } = checked(rotateInput, args, 'rotateMasterKey');
      const { keyId: id, ...done } = await rotateMasterKey(services, { keyFile: services.vault.keyFile, most });
      return { id, ...done };
    },
    retireMasterKey: async (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { id } = checked(retireInput, args, 'retireMasterKey');
      await retireMasterKey(services, { id, keyFile: services.vault.keyFile });
      return { id };
    },
    reindexPeople: async (_parent: unknown, args: unknown, { services }: ApiContext) => {
      const { rotate, after, most } = checked(reindexInput, args, 'reindexPeople');
      await requireCursor(services, { kind: 'CUSTOMER' }, after ?? '');
      const keyFile = services.vault.keyFile;
      const { lookupId: id, ...done } = await reindexLookups(services, { rotate, after: after ?? '', most, keyFile });
      return { id, ...done };
    },
  },
};
