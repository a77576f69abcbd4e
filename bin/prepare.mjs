/**
 * Installs packages and compiles when something changed since the last time; says nothing otherwise. No packages
 * needed.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fetchServerJars } from './server-jars.mjs';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const state = join(root, '.guanxi');

/** Ends the process with one line what and one line fix, the product's form for every error. */
export function fail(what, fix, code = 8) {
  process.stderr.write(`error: ${what}\n  fix: ${fix}\n`);
  process.exit(code);
}

/** `starts`: the database will be needed next, so what it needs may be fetched meanwhile. */
export async function prepare({ starts = false } = {}) {
  checkNode();
  mkdirSync(state, { recursive: true, mode: 0o700 });
  const first = !existsSync(join(root, 'node_modules', '.package-lock.json'));
  const jars = starts && first ? fetchServerJars(root).catch(() => undefined) : undefined;
  if (!packagesAreInstalled()) {
    process.stderr.write('installing packages …\n');
    const args = ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
    await run(npm(), args, 'npm ci did not finish', 'run `npm ci` by hand and read what it says');
  }
  await once('build', SOURCES, join('dist', 'cli.mjs'), compile);
  await jars;
}

async function compile() {
  process.stderr.write('compiling …\n');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  const node = (script, what, fix) => run(process.execPath, [join(...script)], what, fix);
  await Promise.all([
    node(['bin', 'compile.mjs'], 'the source does not compile', 'run `npm run check:types` and mend what it names'),
    node(['src', 'desk', 'build.mjs'], 'the desk page does not build', 'run `node src/desk/build.mjs`'),
  ]);
}

const SOURCES = ['src', 'seed', 'bench', 'bin', 'tsconfig.json', 'package-lock.json'];

/**
 * Whether every package of the lock file lies there in its version; one that only some platforms need may be absent.
 */
function packagesAreInstalled() {
  const there = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(there)) return false;
  const versions = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;
  const installed = versions(there);
  return Object.entries(versions(join(root, 'package-lock.json'))).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Node ${process.versions.node} is too old`, 'install Node 20.19 or newer (20, 22 and 24 are supported)');
}

async function once(name, inputs, product, work) {
  const stampFile = join(state, `${name}.stamp`);
  const stamp = fingerprint(inputs);
  if (existsSync(join(root, product)) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  await work();
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
  for (const path of paths) visit(join(root, path));
  return hash.digest('hex');
}

function npm() {
  return process.platform === 'win32' ? 'npm.cmd' : 'npm';
}

function run(command, args, what, fix) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 2, 2] });
    child.once('error', () => fail(what, fix));
    child.once('exit', (code) => (code === 0 ? resolve() : fail(what, fix)));
  });
}
