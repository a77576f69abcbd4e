import { AppError } from '../../kernel/error.js';
import { type Keeper, type KeeperStatus, wholeFile } from '../keeper.js';
import { lastLine, runCommand } from '../local/commands.js';
import { connectionTo } from '../local/local.js';
import type { Env } from '../running.js';
import type { DatabaseConfig } from '../settings.js';
import { compose, composeFlags, composeProject, readVariables, startCompose, variablesFile } from './compose.js';

/** Runs Neo4j's own tool in a container of the service's image, on its volumes, beside no server. */
const TOOL = ['run', '--rm', '--no-deps', '-T', '--user', 'neo4j', '--entrypoint', 'neo4j-admin', 'neo4j'];

type Files = { readonly input?: string; readonly output?: string };
type Run = (what: string, args: readonly string[], files?: Files) => Promise<void>;

/** Runs docker compose. Throws SETUP, with what it said last, when it does not do `what`. */
async function runCompose(
  { config, env, what }: { readonly config: DatabaseConfig; readonly env: Env; readonly what: string },
  args: readonly string[],
  files: Files = {},
): Promise<void> {
  const result = await runCommand('docker', ['compose', ...composeFlags(config), ...args], { env, ...files });
  if (result.code === 0) return;
  throw new AppError(
    'SETUP',
    `${what} did not work: ${lastLine(result.err || result.out) || 'docker compose said nothing'}`,
    `read \`docker compose -p ${composeProject(config)} logs neo4j\``,
  );
}

/** The database in docker compose as something to keep. */
export function composeKeeper(config: DatabaseConfig, env: Env): Keeper {
  const run: Run = (what, args, files) => runCompose({ config, env, what }, args, files);
  const stop = async () => {
    const ran = await isRunning(config, env);
    if (ran) await run('stopping', ['stop', 'neo4j']);
    return ran;
  };
  const whileStopped = async (work: () => Promise<void>) => {
    const ran = await stop();
    try {
      await work();
    } finally {
      if (ran) await run('starting again', ['up', '--detach', '--wait', 'neo4j']);
    }
  };
  return {
    way: 'docker',
    start: (say) => startCompose(config, env, 'Docker', say),
    stop,
    status: () => status(config, env),
    reset: () => run('deleting', ['down', '--volumes']),
    dump: (file) =>
      whileStopped(() =>
        wholeFile(file, (partial) =>
          run('the backup', [...TOOL, 'database', 'dump', 'neo4j', '--to-stdout'], { output: partial }),
        ),
      ),
    load: (file) =>
      whileStopped(() =>
        run('the restore', [...TOOL, 'database', 'load', 'neo4j', '--from-stdin', '--overwrite-destination=true'], {
          input: file,
        }),
      ),
  };
}

async function isRunning(config: DatabaseConfig, env: Env): Promise<boolean> {
  if (readVariables(config) === undefined) return false;
  const ps = await compose(config, env, ['ps', '--status', 'running', '--quiet', 'neo4j']);
  return ps.code === 0 && ps.out.trim() !== '';
}

async function status(config: DatabaseConfig, env: Env): Promise<KeeperStatus> {
  const known = readVariables(config);
  const running = await isRunning(config, env);
  return {
    running,
    data: `volumes of the compose project ${composeProject(config)}`,
    passwordFile: variablesFile(config),
    ...(running && known !== undefined
      ? {
          connection: connectionTo(known.ports.bolt, known.password),
          browser: `http://127.0.0.1:${known.ports.http}/browser`,
        }
      : {}),
  };
}
