import type { Command } from 'commander';
import { keyStatus, type RotateProgress, retireMasterKey, rotateMasterKey } from '../privacy/index.js';
import { keyFileOf } from '../privacy/keyring.js';
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
