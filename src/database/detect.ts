import { join } from 'node:path';
import { lastLine, runCommand } from './local/commands.js';
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

/** The Java to use: JAVA_HOME's where it is set, else the one on the path. */
export function javaCommand(env: Env): string {
  return env.JAVA_HOME ? join(env.JAVA_HOME, 'bin', 'java') : 'java';
}

/** Whether Java 17 or newer is there. */
export async function findJava(env: Env): Promise<Found> {
  const { code, err, out, missing } = await runCommand(javaCommand(env), ['-version'], { env, timeoutMs: 10_000 });
  if (missing) return no(env.JAVA_HOME ? 'JAVA_HOME holds no bin/java' : 'there is no Java');
  const major = javaMajor(err + out);
  if (code !== 0 || major === undefined) return no(`java does not run: ${lastLine(err) || 'no reason given'}`);
  return major >= 17 ? yes(`Java ${major}`) : no(`Java ${major} is too old, 17 or newer is needed`);
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

export const mavenCommand = process.platform === 'win32' ? 'mvn.cmd' : 'mvn';
