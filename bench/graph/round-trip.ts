import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Connection } from '../../src/graph/driver.js';
import { AppError } from '../../src/kernel/error.js';
import { packageRoot } from '../../src/kernel/root.js';

const run = promisify(execFile);

export interface RoundTrip {
  /** Seconds by step. */
  readonly seconds: Readonly<Record<string, number>>;
  readonly nodes: number;
  readonly ties: number;
}

/** A Python with NetworKit and the driver, in a folder of the benchmark's own. Returns its command. Throws SETUP. */
export async function makeVenv(folder: string, say: (line: string) => void): Promise<string> {
  const venv = join(folder, 'venv');
  const python = join(venv, 'bin', 'python');
  if (existsSync(join(venv, 'ready'))) return python;
  say('installing NetworKit for the comparison …');
  try {
    await run('python3', ['-m', 'venv', venv]);
    await run(python, ['-m', 'pip', 'install', '--quiet', 'networkit', 'neo4j'], { timeout: 600_000 });
    await run(python, ['-c', `import networkit, neo4j; open(${JSON.stringify(join(venv, 'ready'))}, 'w').close()`]);
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

/** Export over Bolt, NetworKit with the same measures and as many samples, write back. */
export async function roundTrip(python: string, database: Connection, samples: number): Promise<RoundTrip> {
  const { stdout } = await run(python, [join(packageRoot, 'bench', 'graph', 'round-trip.py')], {
    env: {
      ...process.env,
      NEO4J_URI: database.uri,
      NEO4J_USER: database.user,
      NEO4J_PASSWORD: database.password,
      NEO4J_DATABASE: database.database,
      SAMPLES: String(samples),
    },
    maxBuffer: 2 ** 24,
  });
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as RoundTrip;
}
