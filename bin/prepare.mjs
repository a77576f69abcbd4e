/** Installs packages and compiles when something changed since the last time; says nothing otherwise. No packages needed. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const state = join(root, '.guanxi');

/** Ends the process with one line what and one line fix, the product's form for every error. */
export function fail(what, fix, code = 8) {
  process.stderr.write(`error: ${what}\n  fix: ${fix}\n`);
  process.exit(code);
}

export function prepare({ quiet = false } = {}) {
  checkNode();
  mkdirSync(state, { recursive: true });
  once('packages', [join(root, 'package-lock.json')], join(root, 'node_modules', '.package-lock.json'), () => {
    if (!quiet) process.stderr.write('installing packages …\n');
    run(
      npm(),
      ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
      'npm ci did not finish',
      'run `npm ci` by hand and read what it says',
    );
  });
  once(
    'build',
    ['src', 'seed', 'bench', 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((p) => join(root, p)),
    join(root, 'dist', 'src', 'cli.js'),
    () => {
      if (!quiet) process.stderr.write('compiling …\n');
      rmSync(join(root, 'dist'), { recursive: true, force: true });
      const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
      run(
        process.execPath,
        [tsc, '-p', 'tsconfig.build.json'],
        'the source does not compile',
        'run `npm run check:types` and mend what it names',
      );
      buildDesk(quiet);
    },
  );
}

function buildDesk() {
  const script = join(root, 'src', 'web', 'build.mjs');
  if (existsSync(script))
    run(
      process.execPath,
      [script],
      'the desk page does not build',
      'run `node src/web/build.mjs` and read what it says',
    );
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Node ${process.versions.node} is too old`, 'install Node 20.19 or newer (20, 22 and 24 are supported)');
}

function once(name, inputs, product, work) {
  const stampFile = join(state, `${name}.stamp`);
  const stamp = fingerprint(inputs);
  if (existsSync(product) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  work();
  writeFileSync(stampFile, stamp);
}

/** Changes with any file's path, size or time of change. */
function fingerprint(paths) {
  const hash = createHash('sha256').update(process.versions.node);
  const visit = (path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat) return;
    if (stat.isDirectory()) for (const entry of readdirSync(path).sort()) visit(join(path, entry));
    else hash.update(`${path}|${stat.size}|${stat.mtimeMs}\n`);
  };
  paths.forEach(visit);
  return hash.digest('hex');
}

function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

function run(command, args, what, fix) {
  const result = spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (result.status !== 0) fail(what, fix);
}
