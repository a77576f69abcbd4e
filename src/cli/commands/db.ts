import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../../config.js';
import { checkDatabase } from '../../database/check.js';
import { ensureDatabase } from '../../database/ensure.js';
import type { Keeper } from '../../database/keeper.js';
import { keeperOf } from '../../database/keeper-of.js';
import { type Connection, openDriver } from '../../graph/driver.js';
import { AppError } from '../../kernel/error.js';
import { type Answer, command } from '../command.js';
import type { CliContext } from '../context.js';
import { argument, option } from '../options.js';
import { migrateDatabase } from '../session.js';

/** `guanxi db …` and `guanxi migrate`: the database alone. */
export const DB = [
  command<{ showPassword?: boolean }>({
    name: 'db start',
    about: 'start the database and leave it running',
    example: 'db start --show-password',
    door: null,
    options: [option('--show-password', 'print the password too')],
    formats: [],
    run: (context, { showPassword }) => start(context, showPassword === true),
  }),
  command({
    name: 'db stop',
    about: 'stop the database',
    example: 'db stop',
    door: null,
    formats: [],
    run: async (context) => ({ said: (await (await keeper(context)).stop()) ? 'stopped' : 'no database runs here' }),
  }),
  command({
    name: 'db status',
    about: 'tell whether the database runs, where, which versions, how large',
    example: 'db status',
    door: null,
    formats: [],
    run: async (context) => ({ said: context.config.NEO4J_URI ? await givenStatus(context) : await status(context) }),
  }),
  command<{ yes?: boolean }>({
    name: 'db reset',
    about: 'delete all data',
    example: 'db reset --yes',
    options: [option('--yes', 'really do it')],
    formats: [],
    run: async (context, { yes }) => {
      const kept = await keeper(context);
      const { data, bytes } = await kept.status();
      const size = bytes === undefined ? '' : ` (${megabytes(bytes)})`;
      if (!yes) throw new AppError('INPUT', `this would delete all data in ${data}${size}`, 'add --yes to do it');
      await kept.reset();
      return { said: `deleted: ${data}${size}` };
    },
  }),
  command<{ file: string; yes?: boolean }>({
    name: 'db backup',
    about: 'write all data into a .dump file; a running database is stopped meanwhile',
    example: 'db backup guanxi.dump',
    args: [argument('<file>')],
    options: [option('--yes', 'overwrite the file')],
    formats: [],
    run: (context, { file, yes }) => backup(context, resolve(file), yes === true),
  }),
  command<{ file: string; yes?: boolean }>({
    name: 'db restore',
    about: 'replace all data by a .dump file',
    example: 'db restore guanxi.dump --yes',
    args: [argument('<file>')],
    options: [option('--yes', 'really do it')],
    formats: [],
    run: (context, { file, yes }) => restore(context, resolve(file), yes === true),
  }),
  command<{ dryRun?: boolean }>({
    name: 'migrate',
    about: 'apply the numbered files of cypher/schema/ that this database has not seen',
    example: 'migrate --dry-run',
    door: null,
    options: [option('--dry-run', 'only say which they are')],
    formats: [],
    run: async (context, { dryRun = false }) => {
      const { names, all } = await migrateDatabase(context, dryRun);
      const verb = dryRun ? 'would apply' : 'applied';
      return {
        said: names.length > 0 ? `${verb}: ${names.join(', ')}` : `nothing to apply, ${all} migrations are in place`,
      };
    },
  }),
];

function keeper({ config }: CliContext): Promise<Keeper> {
  return keeperOf(config, process.env);
}

async function start({ config, err }: CliContext, showPassword: boolean): Promise<Answer> {
  const database = await ensureDatabase(config, { keep: true, onProgress: err });
  const { uri, user, password, httpUrl, way } = database;
  if (way === 'given') await versions(config, database);
  const browser = httpUrl === undefined ? [] : [`browser   ${httpUrl}/browser`];
  const shown = showPassword ? password : await passwordPlace(config);
  return { said: [`bolt      ${uri}`, ...browser, `user      ${user}`, `password  ${shown}`] };
}

async function passwordPlace(config: Config): Promise<string> {
  if (config.NEO4J_URI !== undefined) return 'as NEO4J_PASSWORD says';
  const { passwordFile } = await (await keeperOf(config, process.env)).status();
  return `in ${passwordFile} (or --show-password)`;
}

async function givenStatus({ config }: CliContext): Promise<string[]> {
  const { NEO4J_URI: uri = '', NEO4J_USER: user, NEO4J_PASSWORD: password = '' } = config;
  const found = await versions(config, { uri, user, password });
  return ['way       given by NEO4J_URI', `bolt      ${uri}`, `versions  ${found}`];
}

async function status(context: CliContext): Promise<(string | null)[]> {
  const { way, status: ask } = await keeper(context);
  const { running, pid, connection, browser, data, bytes, passwordFile } = await ask();
  return [
    `way       ${way}`,
    `running   ${running ? `yes${pid === undefined ? '' : `, process ${pid}`}` : 'no'}`,
    connection ? `bolt      ${connection.uri}` : null,
    browser ? `browser   ${browser}` : null,
    connection ? `versions  ${await versions(context.config, connection)}` : null,
    `data      ${data}${bytes === undefined ? '' : `, ${megabytes(bytes)}`}`,
    `password  in ${passwordFile}`,
  ];
}

async function versions(config: Config, at: Omit<Connection, 'database'>): Promise<string> {
  const driver = openDriver({ ...at, database: config.NEO4J_DATABASE });
  try {
    const { neo4j, edition, gds, apoc, line, warnings } = await checkDatabase(driver, config.NEO4J_DATABASE);
    return [`Neo4j ${neo4j} ${edition} (line ${line}), GDS ${gds}, APOC ${apoc}`, ...warnings].join('; ');
  } finally {
    await driver.close();
  }
}

async function backup(context: CliContext, file: string, yes: boolean): Promise<Answer> {
  if (existsSync(file) && !yes)
    throw new AppError('INPUT', `${file} already exists`, 'name another file, or add --yes to overwrite it');
  await (await keeper(context)).dump(file);
  const keys = 'the key that opens personal data is not in it: keep GUANXI_KEY, or the key file in GUANXI_HOME,';
  return { said: [`written: ${file}`, `${keys} somewhere else`] };
}

async function restore(context: CliContext, file: string, yes: boolean): Promise<Answer> {
  if (!existsSync(file))
    throw new AppError('NOT_FOUND', `there is no file ${file}`, 'name a file that `guanxi db backup` wrote');
  if (!yes) throw new AppError('INPUT', `this would replace all data by ${file}`, 'add --yes to do it');
  await (await keeper(context)).load(file);
  return { said: `restored: ${file}` };
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
