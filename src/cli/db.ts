import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { Config } from '../config.js';
import { checkDatabase } from '../database/check.js';
import { ensureDatabase } from '../database/ensure.js';
import type { Keeper } from '../database/keeper.js';
import { keeperOf } from '../database/keeper-of.js';
import { openDriver } from '../graph/driver.js';
import { AppError } from '../kernel/error.js';
import type { CliContext } from './context.js';

/** `guanxi db …`: the database alone. */
export function register(program: Command, context: CliContext): void {
  const db = program.command('db').description('the database alone');
  db.command('start')
    .description('bring the database up and leave it running')
    .option('--show-password', 'print the password too')
    .action((options: { showPassword?: boolean }) => start(context, options.showPassword === true));
  db.command('stop')
    .description('end it')
    .action(async () => context.out((await (await keeper(context)).stop()) ? 'stopped' : 'no database runs here'));
  db.command('status')
    .description('whether it runs, where, which versions, how large')
    .action(() => status(context));
  db.command('reset')
    .description('delete all data')
    .option('--yes', 'really do it')
    .action((options: { yes?: boolean }) => reset(context, options.yes === true));
  db.command('backup <file>')
    .description('write all data into a .dump file; a running database is stopped meanwhile')
    .option('--yes', 'overwrite the file')
    .action((file: string, options: { yes?: boolean }) => backup(context, resolve(file), options.yes === true));
  db.command('restore <file>')
    .description('put a .dump file in the place of all data')
    .option('--yes', 'really do it')
    .action((file: string, options: { yes?: boolean }) => restore(context, resolve(file), options.yes === true));
}

function keeper({ config }: CliContext): Promise<Keeper> {
  return keeperOf(config, process.env);
}

async function start({ config, out, err }: CliContext, showPassword: boolean): Promise<void> {
  const database = await ensureDatabase(config, { keep: true, onProgress: err });
  const { uri, user, password, httpUrl, way } = database;
  if (way === 'given') await versions(config, database);
  out(`bolt      ${uri}`);
  if (httpUrl !== undefined) out(`browser   ${httpUrl}/browser`);
  out(`user      ${user}`);
  out(`password  ${showPassword ? password : await passwordPlace(config)}`);
}

async function passwordPlace(config: Config): Promise<string> {
  if (config.NEO4J_URI !== undefined) return 'as NEO4J_PASSWORD says';
  const { passwordFile } = await (await keeperOf(config, process.env)).status();
  return `in ${passwordFile} (or --show-password)`;
}

async function status(context: CliContext): Promise<void> {
  const { config, out } = context;
  if (config.NEO4J_URI !== undefined) {
    out(`way       given by NEO4J_URI`);
    out(`bolt      ${config.NEO4J_URI}`);
    const given = { uri: config.NEO4J_URI, user: config.NEO4J_USER, password: config.NEO4J_PASSWORD ?? '' };
    out(`versions  ${await versions(config, given)}`);
    return;
  }
  const kept = await keeper(context);
  const state = await kept.status();
  out(`way       ${kept.way}`);
  out(`running   ${state.running ? `yes${state.pid === undefined ? '' : `, process ${state.pid}`}` : 'no'}`);
  if (state.connection !== undefined) out(`bolt      ${state.connection.uri}`);
  if (state.browser !== undefined) out(`browser   ${state.browser}`);
  if (state.connection !== undefined) out(`versions  ${await versions(config, state.connection)}`);
  out(`data      ${state.data}${state.bytes === undefined ? '' : `, ${(state.bytes / 1_048_576).toFixed(1)} MB`}`);
  out(`password  in ${state.passwordFile}`);
}

async function versions(config: Config, at: { uri: string; user: string; password: string }): Promise<string> {
  const driver = openDriver({ ...at, database: config.NEO4J_DATABASE });
  try {
    const { neo4j, edition, gds, apoc, warnings } = await checkDatabase(driver, config.NEO4J_DATABASE);
    return [`Neo4j ${neo4j} ${edition}, GDS ${gds}, APOC ${apoc}`, ...warnings].join('; ');
  } finally {
    await driver.close();
  }
}

async function reset(context: CliContext, yes: boolean): Promise<void> {
  const kept = await keeper(context);
  const { data, bytes } = await kept.status();
  const size = bytes === undefined ? '' : ` (${(bytes / 1_048_576).toFixed(1)} MB)`;
  if (!yes) throw new AppError('INPUT', `this would delete all data in ${data}${size}`, 'add --yes to do it');
  await kept.reset();
  context.out(`deleted: ${data}${size}`);
}

async function backup(context: CliContext, file: string, yes: boolean): Promise<void> {
  if (existsSync(file) && !yes)
    throw new AppError('INPUT', `${file} exists already`, 'name another file, or add --yes to overwrite it');
  await (await keeper(context)).dump(file);
  context.out(`written: ${file}`);
  context.out(
    'the key that opens personal data is not in it: keep GUANXI_KEY, or the key file in GUANXI_HOME, somewhere else',
  );
}

async function restore(context: CliContext, file: string, yes: boolean): Promise<void> {
  if (!existsSync(file))
    throw new AppError('NOT_FOUND', `there is no file ${file}`, 'name a file that `guanxi db backup` wrote');
  if (!yes) throw new AppError('INPUT', `this would replace all data by ${file}`, 'add --yes to do it');
  await (await keeper(context)).load(file);
  context.out(`restored: ${file}`);
}
