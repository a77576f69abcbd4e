/**
 * `npm run nightly`: what `npm test` has no time for, one part after the other, whatever came of the one before. The
 * truths are those of `npm test`; here more inputs are drawn, the newer line of Neo4j does the main job too, and the
 * notebook runs in an environment of its own. Hours on two cores. The last line counts the tests of all parts.
 */
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';

const PARTS = [
  {
    name: 'more inputs',
    env: { RUNS: '10000', MINUTES: '120', RULES: '10000', CHANGES: '100', STREAMS: '50', PEOPLE: '1000' },
    args: [
      '--testTimeout=14400000',
      ...['test/api/hostile', 'test/value/segments/segments', 'test/value/segments/refresh'],
      ...['test/value/rfm/incremental', 'test/consent/histories'],
    ],
  },
  { name: 'notebook', env: { GUANXI_VENV: join(root, '.guanxi', 'venv') }, args: ['test/main-job'] },
  { name: 'the newer line of Neo4j', env: {}, args: ['--neo4j', '2026'], needs: { GUANXI_NEO4J: '2026' } },
];

await prepare({ starts: true });
let before = '';
let failed = false;
const told = [];
for (const part of PARTS) {
  process.stdout.write(`\n# ${part.name}\n`);
  if (!mayRun(part)) {
    told.push(`${part.name}: skipped, see \`guanxi db status\` with GUANXI_NEO4J=2026`);
    continue;
  }
  const { line, code } = await run(part);
  told.push(`${part.name}: ${code === 0 ? 'passed' : `failed with ${code}`}; up to here ${line}`);
  [before, failed] = [line, failed || code !== 0];
}
process.stdout.write(`\n${told.join('\n')}\n${before}\n`);
process.exit(failed ? 1 : 0);

function mayRun({ needs }) {
  if (needs === undefined) return true;
  const args = [join(root, 'bin', 'guanxi.mjs'), 'db', 'status'];
  return spawnSync(process.execPath, args, { env: { ...process.env, ...needs }, stdio: 'ignore' }).status === 0;
}

/** How a part ended, and its closing line, which counts the tests of those before as well. */
function run({ env, args }) {
  const given = { ...process.env, ...env, GUANXI_TEST_BEFORE: before };
  const child = spawn(process.execPath, [join(root, 'bin', 'test.mjs'), ...args], {
    env: given,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let end = '';
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    end = (end + chunk).slice(-200);
  });
  return new Promise((resolve) => child.on('close', (code) => resolve({ line: end.trim().split('\n').at(-1), code })));
}
