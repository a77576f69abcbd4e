import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { AppError } from '../../kernel/error.js';
import { packageRoot } from '../../kernel/root.js';
import { type CommandResult, lastLine, runCommand } from '../local/commands.js';
import type { Ports } from '../local/conf.js';
import { connectionTo } from '../local/local.js';
import { pickPorts, USUAL_PORTS } from '../local/ports.js';
import { machineMemory, sizeMemory } from '../memory.js';
import type { Env, RunningDatabase, Say } from '../running.js';
import type { DatabaseConfig } from '../settings.js';

/** The compose project of one GUANXI_HOME, so that two projects run side by side with volumes of their own. */
export function composeProject(config: DatabaseConfig): string {
  return `guanxi-${createHash('sha256').update(config.GUANXI_HOME).digest('hex').slice(0, 8)}`;
}

/** Runs `docker compose` on the product's file and this GUANXI_HOME's project. */
export function compose(config: DatabaseConfig, env: Env, args: readonly string[]): Promise<CommandResult> {
  return runCommand('docker', ['compose', ...composeFlags(config), ...args], { env });
}

/** The flags that name file, project and variables. */
export function composeFlags(config: DatabaseConfig): string[] {
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
export async function startCompose(
  config: DatabaseConfig,
  env: Env,
  docker: string,
  say: Say,
): Promise<RunningDatabase> {
  const { password, ports } = readVariables(config) ?? (await makeVariables(config));
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
    ...connectionTo(ports.bolt, password),
    httpUrl: `http://127.0.0.1:${ports.http}`,
    way: 'docker',
    startedHere,
    stop: async () => {
      if (startedHere) await compose(config, env, ['stop', 'neo4j']);
    },
  };
}

/** The 0600 file of the project's variables, password and ports among them. */
export function variablesFile(config: DatabaseConfig): string {
  return join(config.GUANXI_HOME, 'docker', 'compose.env');
}

interface Variables {
  readonly password: string;
  readonly ports: Ports;
}

/** Password and ports of the project; undefined before its first start. */
export function readVariables(config: DatabaseConfig): Variables | undefined {
  const file = variablesFile(config);
  if (!existsSync(file)) return undefined;
  const read = parseEnv(readFileSync(file, 'utf8')) as Record<string, string | undefined>;
  const ports = { bolt: Number(read.GUANXI_BOLT_PORT), http: Number(read.GUANXI_HTTP_PORT) };
  return { password: read.GUANXI_DB_PASSWORD ?? '', ports };
}

/** Makes them once: the volumes keep the first password. */
async function makeVariables(config: DatabaseConfig): Promise<Variables> {
  const folder = join(config.GUANXI_HOME, 'docker');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const ports = await pickPorts([USUAL_PORTS]);
  const password = randomBytes(24).toString('hex');
  const { heapMb, pageCacheMb } = sizeMemory(machineMemory(), { heap: config.GUANXI_HEAP });
  const lines = [
    `GUANXI_DB_PASSWORD=${password}`,
    `GUANXI_BOLT_PORT=${ports.bolt}`,
    `GUANXI_HTTP_PORT=${ports.http}`,
    `GUANXI_HEAP=${heapMb}m`,
    `GUANXI_PAGE_CACHE=${pageCacheMb}m`,
  ];
  writeFileSync(variablesFile(config), `${lines.join('\n')}\n`, { mode: 0o600 });
  return { password, ports };
}
