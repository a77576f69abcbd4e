import type { Command } from 'commander';
import {
  keyFileOf,
  keyStatus,
  lookupStatus,
  type ReindexProgress,
  type RotateProgress,
  reindexLookups,
  retireMasterKey,
  rotateMasterKey,
} from '../security/index.js';
import type { CliContext } from './context.js';
import { rowsFormat } from './options.js';
import { withServices } from './session.js';
import { type Format, formatRows } from './table.js';

/** `guanxi keys`: the master keys that wrap every customer's own key: shown, turned, retired; servers go on meanwhile. */
export function register(program: Command, context: CliContext): void {
  const group = program.command('keys').description('master keys that seal personal data: shown, rotated, retired');
  group
    .command('status')
    .description('each master key, and how many customer keys it wraps')
    .addOption(rowsFormat())
    .action(({ format }: { format: Format }) => status(context, format));
  group
    .command('lookups')
    .description('each key that phones, mails and names are found by, and how many')
    .addOption(rowsFormat())
    .action(async ({ format }: { format: Format }) => {
      const rows = await withServices(context, lookupStatus);
      context.out(
        formatRows(
          rows.map((row) => ({ ...row })),
          format,
        ),
      );
    });
  group
    .command('reindex')
    .description('rehash what people are found by under the current key')
    .option('--rotate', 'make a new key of look-ups first; goes on with one that was interrupted')
    .action(({ rotate: turn = false }: { rotate?: boolean }) => reindex(context, turn));
  group
    .command('rotate')
    .description('make a new master key and put every customer key under it; goes on where it was interrupted')
    .action(() => rotate(context));
  group
    .command('retire <id>')
    .description('delete a master key that wraps nothing any more')
    .action((id: string) => retire(context, id));
}

async function status(context: CliContext, format: Format): Promise<void> {
  const rows = await withServices(context, keyStatus);
  context.out(
    formatRows(
      rows.map((row) => ({ ...row })),
      format,
    ),
  );
}

async function rotate(context: CliContext): Promise<void> {
  const keyFile = fileOf(context);
  const onProgress = ({ done, total, rate }: RotateProgress) =>
    context.err(`${done} of ${total} customer keys, ${total - done} left, ${rate} a second`);
  const { keyId, made, rewrapped, seconds } = await withServices(context, (services) =>
    rotateMasterKey(services, { keyFile, batch: 5000, onProgress }),
  );
  context.out(
    `${made ? 'new master key' : 'master key'} ${keyId}: ${rewrapped} customer keys put under it in ${seconds.toFixed(1)} s`,
  );
  context.err(
    made ? `keep a copy of ${keyFile}: without it personal data stays sealed` : 'the keys of now are complete',
  );
}

async function reindex(context: CliContext, turn: boolean): Promise<void> {
  const keyFile = fileOf(context);
  const onProgress = ({ customers, identities, names, contacts }: ReindexProgress) =>
    context.err(`${customers} customers: ${identities} identities, ${names} names and ${contacts} contacts anew`);
  const done = await withServices(context, (services) =>
    reindexLookups(services, { rotate: turn, keyFile, batch: 1000, onProgress }),
  );
  const what = `${done.identities} identities, ${done.names} names, ${done.contacts} contacts`;
  context.out(`${done.made ? 'new ' : ''}key of look-ups ${done.lookupId}: ${what} in ${done.seconds.toFixed(1)} s`);
  for (const id of done.retired) context.out(`key of look-ups ${id} is asked no more`);
  if (done.left)
    context.err(`${done.left} identities stay under former keys: their values are kept with nobody; import them`);
  if (done.made) context.err(`keep a copy of ${keyFile}: without it nobody is found by phone, mail or name`);
  if (turn && keyFile === null) context.err('the key of look-ups is the setting GUANXI_LOOKUP_KEY: change it there');
}

async function retire(context: CliContext, id: string): Promise<void> {
  const keyFile = fileOf(context);
  await withServices(context, (services) => retireMasterKey(services, { id, keyFile }));
  context.out(
    `master key ${id} is retired; a backup of the database from before the rotation does not open without it`,
  );
  if (keyFile === null)
    context.err('take it out of GUANXI_KEY_OLD, unless it is the last one there: that one stays the key of look-ups');
}

function fileOf({ config }: CliContext): string | null {
  return config.GUANXI_KEY ? null : keyFileOf(config);
}
