import { execFile } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Connection } from '../src/graph/driver.js';
import { AppError } from '../src/kernel/error.js';
import { packageRoot } from '../src/kernel/root.js';

const run = promisify(execFile);

interface Venv {
  /** Where it is kept from run to run. */
  readonly folder: string;
  readonly packages: readonly string[];
  readonly say: (line: string) => void;
}

/** A Python with these packages, in a folder of the benchmark's own. Returns its command. Throws SETUP. */
export async function makeVenv({ folder, packages, say }: Venv): Promise<string> {
  const venv = join(folder, `venv-${packages[0]}`);
  const python = join(venv, 'bin', 'python');
  const ready = join(venv, 'ready');
  if (existsSync(ready)) return python;
  say(`installing ${packages.join(', ')} for the comparison …`);
  try {
    await run('python3', ['-m', 'venv', venv]);
    await run(python, ['-m', 'pip', 'install', '--quiet', ...packages], { timeout: 600_000 });
    writeFileSync(ready, '');
    return python;
  } catch (error) {
    throw new AppError(
      'SETUP',
      'the comparison needs Python 3 with venv and pip, and reach to a package index',
      'install python3-venv and python3-pip',
      {},
      error,
    );
  }
}

/** What a Python file in bench/ prints last, as JSON; it is told these by its environment. Throws SETUP. */
export async function askPython<T>(python: string, file: string, told: Readonly<Record<string, string>>): Promise<T> {
  const env = { ...process.env, ...told, PYTHONPATH: join(packageRoot, 'bench') };
  try {
    const { stdout } = await run(python, [join(packageRoot, 'bench', file)], { env, maxBuffer: 2 ** 24 });
    return JSON.parse(stdout.trim().split('\n').at(-1)!) as T;
  } catch (error) {
    const said = String((error as { stderr?: unknown }).stderr ?? '').trim();
    const lines = said.split('\n');
    const last = lines.findLast((line) => /^\S*(Error|Exception)\b/.test(line)) ?? lines.at(-1);
    const hint = 'run it by itself with the environment that its first lines name';
    throw new AppError('SETUP', `bench/${file} failed: ${last || (error as Error).message}`, hint, {}, error);
  }
}

/** How a Python file reaches the database, in its environment. */
export function toReach({ uri, user, password, database }: Connection): Record<string, string> {
  return { NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database };
}
