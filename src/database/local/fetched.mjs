/**
 * Where the server's jars lie and how Maven fetches them. Plain JavaScript: bin/server-jars.mjs needs it before anything
 * is installed or compiled.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const mavenCommand = process.platform === 'win32' ? 'mvn.cmd' : 'mvn';

/** The compiled product holds no pom, so it is read where the source is. */
export function pomIn(root) {
  return join(root, 'src', 'database', 'local', 'pom.xml');
}

/** The folder of a line's jars by this version of the pom, and the one of a fetch under way. */
export function jarFolders(root, { home, line }) {
  return fetchFolders(home, `lib-${line}`, pomIn(root));
}

/** The folder of what Maven fetches by this version of a pom, and the one of a fetch under way. */
export function fetchFolders(home, name, pom) {
  const version = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const lib = join(home, 'neo4j', `${name}-${version}`);
  return { lib, partial: `${lib}.partial-${process.pid}` };
}

/** The line of a local server where none is named: the first profile of the pom. */
export function firstLine(root) {
  return /<profile>\s*<id>([^<]+)<\/id>/.exec(readFileSync(pomIn(root), 'utf8'))[1];
}

export function mavenArguments(line, into) {
  return ['-q', '-B', `-P${line}`, `-Dlib=${into}`, 'package'];
}
