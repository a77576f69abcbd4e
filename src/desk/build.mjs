/** Bundles the desk page into dist/web: static files, nothing from outside hosts. */
import { cpSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '..', '..', 'dist', 'web');

mkdirSync(out, { recursive: true });
for (const file of ['index.html', 'icon.svg']) cpSync(join(here, file), join(out, file));
await build({
  entryPoints: [join(here, 'main.tsx')],
  bundle: true,
  minify: true,
  sourcemap: false,
  format: 'esm',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  target: 'es2023',
  outfile: join(out, 'desk.js'),
  legalComments: 'eof',
});
