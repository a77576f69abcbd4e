/** Bundles the desk page into dist/web: static files, nothing from outside hosts. */
import { cpSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', '..', 'dist', 'web');

if (existsSync(join(here, 'desk', 'main.ts'))) {
  cpSync(join(here, 'desk', 'index.html'), join(out, 'index.html'));
  await build({
    entryPoints: [join(here, 'desk', 'main.ts')],
    bundle: true,
    minify: true,
    sourcemap: false,
    format: 'esm',
    target: 'es2022',
    outfile: join(out, 'desk.js'),
    loader: { '.css': 'css' },
  });
}
