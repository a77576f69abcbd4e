import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import type { Config } from '../../config.js';
import { AppError } from '../../kernel/error.js';
import { packageRoot } from '../../kernel/root.js';
import { type CommandResult, lastLine, runCommand } from './commands.js';
import type { Ports } from './conf.js';
import { makePassword, serverHome } from './home.js';
import { sizeMemory, usableMemory } from './memory.js';
import { pickPorts, USUAL_PORTS } from './ports.js';
import type { Env, RunningDatabase, Say } from './running.js';

/** The compose project of one GUANXI_HOME, so that two projects run side by side with volumes of their own. */
export function composeProject(config: Config): string {
  return `guanxi-${createHash('sha256').update(config.GUANXI_HOME).digest('hex').slice(0, 8)}`;
}

/** Runs `docker compose` on the product's file and this GUANXI_HOME's project. */
export function compose(config: Config, env: Env, args: readonly string[]): Promise<CommandResult> {
  return runCommand('docker', ['compose', ...composeFlags(config), ...args], { env });
}

/** The flags that name file, project and variables. */
export function composeFlags(config: Config): string[] {
  return [
    '--file',
    join(packageRoot, 'docker-compose.yml'),
    '--project-name',
    composeProject(config),
    '--env-file',
    variablesFile(config),
  ];
}

/** Brings the neo4j service up and waits for its healthcheck. Throws SETUP with the engine's last line. */
export async function startCompose(config: Config, env: Env, docker: string, say: Say): Promise<RunningDatabase> {
  const { password, ports } = await variables(config);
  const running = await compose(config, env, ['ps', '--status', 'running', '--quiet', 'neo4j']);
  const startedHere = running.code !== 0 || running.out.trim() === '';
  if (startedHere) say(`starting Neo4j in ${docker} (the image is fetched once) …`);
  const up = await compose(config, env, ['up', '--detach', '--wait', '--wait-timeout', '300', 'neo4j']);
  if (up.code !== 0)
    throw new AppError(
      'SETUP',
      `docker compose did not bring Neo4j up: ${lastLine(up.err || up.out)}`,
      `read \`docker compose -p ${composeProject(config)} logs neo4j\`; GUANXI_DB=local takes the local server instead`,
    );
  return {
    uri: `bolt://127.0.0.1:${ports.bolt}`,
    user: 'neo4j',
    password,
    database: 'neo4j',
    httpUrl: `http://127.0.0.1:${ports.http}`,
    way: 'docker',
    startedHere,
    stop: async () => {
      if (startedHere) await compose(config, env, ['stop', 'neo4j']);
    },
  };
}

function variablesFile(config: Config): string {
  return join(config.GUANXI_HOME, 'docker', 'compose.env');
}

/** Password and ports of the project, made once into a 0600 file. */
async function variables(config: Config): Promise<{ password: string; ports: Ports }> {
  const file = variablesFile(config);
  if (!existsSync(file)) await makeVariables(config, file);
  const read = parseEnv(readFileSync(file, 'utf8')) as Record<string, string | undefined>;
  const ports = { bolt: Number(read.GUANXI_BOLT_PORT), http: Number(read.GUANXI_HTTP_PORT) };
  return { password: read.GUANXI_DB_PASSWORD ?? '', ports };
}

async function makeVariables(config: Config, file: string): Promise<void> {
  const folder = join(config.GUANXI_HOME, 'docker');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { bolt, http } = await pickPorts([USUAL_PORTS]);
  const machine = usableMemory(totalmem(), process.constrainedMemory?.());
  const { heapMb, pageCacheMb } = sizeMemory(machine, { heap: config.GUANXI_HEAP });
  const lines = [
    `GUANXI_DB_PASSWORD=${makePassword(serverHome(folder))}`,
    `GUANXI_BOLT_PORT=${bolt}`,
    `GUANXI_HTTP_PORT=${http}`,
    `GUANXI_HEAP=${heapMb}m`,
    `GUANXI_PAGE_CACHE=${pageCacheMb}m`,
  ];
  writeFileSync(file, `${lines.join('\n')}\n`, { mode: 0o600 });
}
