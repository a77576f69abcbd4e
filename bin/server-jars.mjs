/**
 * On a first start, Maven fetches the database server's jars while packages are installed and the product is compiled.
 * A head start only: what does not come this way is fetched, or its absence explained, by
 * src/database/local/artifacts.ts.
 */
import { spawn, spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { firstLine, jarFolders, mavenArguments, mavenCommand, pomIn } from '../src/database/local/fetched.mjs';

/** Begins the fetch where the local server will be the database. Resolves when it is over, whatever came of it. */
export function fetchServerJars(root, env = process.env) {
  const line = env.GUANXI_NEO4J || firstLine(root);
  const { lib, partial } = jarFolders(root, { home: env.GUANXI_HOME || join(root, '.guanxi'), line });
  if (env.NEO4J_URI || env.GUANXI_DB === 'docker' || existsSync(lib) || dockerAnswers(env)) return Promise.resolve();
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  copyFileSync(pomIn(root), join(partial, 'pom.xml'));
  process.stderr.write('fetching Neo4j, GDS and APOC by Maven meanwhile (about 165 MB, once) …\n');
  return new Promise((resolve) => {
    const child = spawn(mavenCommand, mavenArguments(line, partial), { cwd: partial, stdio: 'ignore' });
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
