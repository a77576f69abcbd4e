/**
 * On a first start, Maven fetches the database server's jars while packages are installed and the product is compiled.
 * A head start only: what does not come this way is fetched, or its absence explained, by
 * src/database/local/artifacts.ts, whose folder and names these are.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Begins the fetch where the local server will be the database. Resolves when it is over, whatever came of it. */
export function fetchServerJars(root, env = process.env) {
  const pom = join(root, 'src', 'database', 'local', 'pom.xml');
  const version = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const line = env.GUANXI_NEO4J || '5.26';
  const folder = join(env.GUANXI_HOME || join(root, '.guanxi'), 'neo4j');
  const lib = join(folder, `lib-${line}-${version}`);
  if (env.NEO4J_URI || env.GUANXI_DB === 'docker' || existsSync(lib) || dockerAnswers(env)) return Promise.resolve();
  const partial = `${lib}.partial-${process.pid}`;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  copyFileSync(pom, join(partial, 'pom.xml'));
  process.stderr.write('fetching Neo4j, GDS and APOC by Maven meanwhile (about 165 MB, once) …\n');
  return new Promise((resolve) => {
    const maven = process.platform === 'win32' ? 'mvn.cmd' : 'mvn';
    const child = spawn(maven, ['-q', '-B', `-P${line}`, `-Dlib=${partial}`, 'package'], {
      cwd: partial,
      stdio: 'ignore',
    });
    child.once('error', () => resolve(putInPlace(partial, lib, false)));
    child.once('exit', (code) => resolve(putInPlace(partial, lib, code === 0)));
  });
}

function dockerAnswers(env) {
  if (env.GUANXI_DB === 'local') return false;
  return spawnSync('docker', ['info'], { env, stdio: 'ignore', timeout: 3000 }).status === 0;
}

function putInPlace(partial, lib, whole) {
  try {
    if (whole) renameSync(partial, lib);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}
