import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lastLine, runCommand } from './local/commands.js';
import { mavenCommand } from './local/fetched.mjs';
import type { Env } from './running.js';

/** Whether something is there; `what` names it, or says why not. */
export interface Found {
  readonly ok: boolean;
  readonly what: string;
}

const no = (what: string): Found => ({ ok: false, what });
const yes = (what: string): Found => ({ ok: true, what });

/** Whether a Docker engine answers within 3 s, and, where asked for, Compose v2 is beside it. */
export async function findDocker(env: Env, needCompose: boolean): Promise<Found> {
  const info = await runCommand('docker', ['info', '--format', '{{.ServerVersion}}'], { env, timeoutMs: 3_000 });
  if (info.missing) return no('no Docker engine answers: there is no docker command');
  if (info.late) return no('no Docker engine answers: docker info took longer than 3 s');
  const version = info.out.trim();
  if (info.code !== 0 || version === '')
    return no(`no Docker engine answers: ${lastLine(info.err) || 'no reason given'}`);
  if (!needCompose) return yes(`Docker ${version}`);
  const compose = await runCommand('docker', ['compose', 'version', '--short'], { env, timeoutMs: 3_000 });
  const composeVersion = compose.out.trim().replace(/^v/, '');
  if (compose.code !== 0 || !(Number.parseInt(composeVersion, 10) >= 2))
    return no(`Docker ${version} answers, but docker compose v2 is missing`);
  return yes(`Docker ${version} with compose ${composeVersion}`);
}

/** A Java that was found, with the command that runs it. */
export interface FoundJava extends Found {
  readonly command: string;
}

/** Where Debian and others keep every Java that is installed. */
const JVM_FOLDER = '/usr/lib/jvm';

/**
 * The first Java that is new enough: JAVA_HOME's, the one on the path, then those of a folder of all, newest first.
 * Where none is, what is wrong with the first.
 */
export async function findJava(env: Env, least: number, folder = JVM_FOLDER): Promise<FoundJava> {
  const own = env.JAVA_HOME ? [programOf(env.JAVA_HOME)] : [];
  const usual = [];
  for (const command of [...own, 'java']) usual.push(await javaAt(command, env, least));
  const fit = usual.find(({ ok }) => ok);
  if (fit) return fit;
  const others = await Promise.all(javasIn(folder).map((command) => javaAt(command, env, least)));
  const newest = others.filter(({ ok }) => ok).sort((a, b) => b.major - a.major)[0];
  return newest ?? usual[0]!;
}

function programOf(home: string): string {
  return join(home, 'bin', 'java');
}

function javasIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .map((name) => programOf(join(folder, name)))
      .filter((program) => existsSync(program));
  } catch {
    return [];
  }
}

async function javaAt(command: string, env: Env, least: number): Promise<FoundJava & { readonly major: number }> {
  const { code, err, out, missing } = await runCommand(command, ['-version'], { env, timeoutMs: 10_000 });
  const not = (what: string) => ({ ...no(what), command, major: 0 });
  if (missing) return not(command === 'java' ? 'there is no Java' : 'JAVA_HOME holds no bin/java');
  const major = javaMajor(err + out);
  if (code !== 0 || major === undefined) return not(`java does not run: ${lastLine(err) || 'no reason given'}`);
  if (major < least) return not(`Java ${major} is too old, ${least} or newer is needed`);
  return { ...yes(`Java ${major}`), command, major };
}

/** Major version out of what `java -version` prints, old (`1.8.0_392`) and new (`17.0.15`, `25`) ways alike. */
export function javaMajor(printed: string): number | undefined {
  const version = /version "(?:1\.)?(\d+)/.exec(printed)?.[1];
  return version === undefined ? undefined : Number(version);
}

/** Whether Maven runs. It is asked for only when the server's jars are not there yet. */
export async function findMaven(env: Env): Promise<Found> {
  const { code, out, err, missing } = await runCommand(mavenCommand, ['-v'], { env, timeoutMs: 20_000 });
  if (missing) return no('there is no Maven');
  const version = /Apache Maven ([\w.-]+)/.exec(out)?.[1];
  return code === 0 && version !== undefined
    ? yes(`Maven ${version}`)
    : no(`mvn does not run: ${lastLine(err || out)}`);
}
