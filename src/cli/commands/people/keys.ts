import type { Config } from '../../../config.js';
import {
  keyFileOf,
  keyStatus,
  lookupStatus,
  type Reindexed,
  type ReindexProgress,
  type RotateProgress,
  reindexLookups,
  retireMasterKey,
  rotateMasterKey,
} from '../../../security/index.js';
import { command } from '../../command.js';
import { argument, option } from '../../options.js';

/** `guanxi keys`: the master keys that wrap every customer's own key, and the lookup keys; servers go on meanwhile. */
export const KEYS = [
  command({
    name: 'keys status',
    about: 'list master keys, and how many customer keys each wraps',
    example: 'keys status',
    door: null,
    answer: async (services) => ({ rows: await keyStatus(services) }),
  }),
  command({
    name: 'keys lookups',
    about: 'list lookup keys, and how many phones, mails and names each finds',
    example: 'keys lookups',
    answer: async (services) => ({ rows: await lookupStatus(services) }),
  }),
  command<{ rotate?: boolean }>({
    name: 'keys reindex',
    about: 'rehash all lookups under the current lookup key',
    example: 'keys reindex --rotate',
    options: [option('--rotate', 'make a new lookup key first; goes on with one that was interrupted')],
    formats: [],
    answer: async (services, { rotate = false }, { context }) => {
      const keyFile = fileOf(context.config);
      const onProgress = ({ customers, identities, names, contacts }: ReindexProgress) =>
        context.err(`${customers} customers: ${identities} identities, ${names} names, ${contacts} contacts rehashed`);
      const done = await reindexLookups(services, { rotate, keyFile, batch: 1000, onProgress });
      return { said: rehashed(done), notes: adviceOn(done, keyFile, rotate) };
    },
  }),
  command({
    name: 'keys rotate',
    about: 're-encrypt every customer key under a new master key; goes on where it was interrupted',
    example: 'keys rotate',
    formats: [],
    answer: async (services, _, { context }) => {
      const keyFile = fileOf(context.config);
      const onProgress = ({ done, total, rate }: RotateProgress) =>
        context.err(`${done} of ${total} customer keys, ${total - done} left, ${rate} a second`);
      const { keyId, made, rewrapped, seconds } = await rotateMasterKey(services, { keyFile, batch: 5000, onProgress });
      const key = `${made ? 'new master key' : 'master key'} ${keyId}`;
      return {
        said: `${key}: ${rewrapped} customer keys re-encrypted under it in ${seconds.toFixed(1)} s`,
        notes: [
          made ? `keep a copy of ${keyFile}: without it personal data stays sealed` : 'the current key is complete',
        ],
      };
    },
  }),
  command<{ id: string }>({
    name: 'keys retire',
    about: 'delete a master key that wraps nothing any more',
    example: 'keys retire 1f2e3d4c',
    args: [argument('<id>', 'as `guanxi keys status` lists it')],
    formats: [],
    answer: async (services, { id }, { context }) => {
      const keyFile = fileOf(context.config);
      await retireMasterKey(services, { id, keyFile });
      return {
        said: `master key ${id} is retired; a database backup from before the rotation does not open without it`,
        notes:
          keyFile === null ? ['remove it from GUANXI_KEY_OLD, unless it is the last one there: lookups need that'] : [],
      };
    },
  }),
];

function rehashed({ made, lookupId, seconds, retired, ...done }: Reindexed): string[] {
  const what = `${done.identities} identities, ${done.names} names, ${done.contacts} contacts`;
  return [
    `${made ? 'new ' : ''}lookup key ${lookupId}: ${what} in ${seconds.toFixed(1)} s`,
    ...retired.map((id) => `lookup key ${id} is asked no more`),
  ];
}

function adviceOn({ left, made }: Reindexed, keyFile: string | null, rotate: boolean): string[] {
  const says = (when: unknown, line: string) => (when ? [line] : []);
  return [
    ...says(left, `${left} identities stay under previous keys: their values are kept with nobody; import them again`),
    ...says(made, `keep a copy of ${keyFile}: without it nobody is found by phone, mail or name`),
    ...says(rotate && keyFile === null, 'the lookup key is the setting GUANXI_LOOKUP_KEY: change it there'),
  ];
}

function fileOf(config: Config): string | null {
  return config.GUANXI_KEY ? null : keyFileOf(config);
}
