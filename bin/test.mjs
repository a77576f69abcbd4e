/**
 * `npm test`: installs and compiles if need be, then every test on a real Neo4j. `--neo4j LINE` takes the local server
 * of that line (src/database/line.ts) and, where no path is named, only runs what tells whether the product works on
 * it: every statement of the library planned, and the main job. Other arguments go to jest.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

const ON_A_LINE = ['test/library.test.ts', 'test/main-job.test.ts'];

const { line, others } = asked(process.argv.slice(2), process.env.npm_config_neo4j);
const env = line === undefined ? process.env : { ...process.env, GUANXI_NEO4J: line, GUANXI_DB: 'local' };
const paths = line !== undefined && others.every((arg) => arg.startsWith('-')) ? ON_A_LINE : [];

await prepare({ starts: true });
const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const result = spawnSync(process.execPath, [jest, ...others, ...paths], { cwd: root, env, stdio: 'inherit' });
process.exit(result.status ?? 1);

/** Without the `--` npm takes the option for its own: it hands its value on as an argument, and says so. */
function asked(args, taken) {
  const at = args.indexOf('--neo4j');
  if (at >= 0) return { line: args[at + 1] ?? '', others: args.toSpliced(at, 2) };
  if (taken === 'true') return { line: args[0] ?? '', others: args.slice(1) };
  return { line: taken, others: args };
}
