/**
 * Compiles the product into dist/: one file for what every command loads, others for what only some do. Types are
 * checked by `npm run check`.
 */
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './prepare.mjs';

/** What the packages, written for CommonJS, and the search for the product's folder expect to find in a module. */
const banner = [
  "import { createRequire as guanxiMakeRequire } from 'node:module';",
  "import { dirname as guanxiFolderOf } from 'node:path';",
  "import { fileURLToPath as guanxiPathOf } from 'node:url';",
  'const require = guanxiMakeRequire(import.meta.url), __filename = guanxiPathOf(import.meta.url), __dirname = guanxiFolderOf(__filename);',
].join('\n');

await build({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli.ts' },
  outdir: join(root, 'dist'),
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  mainFields: ['main', 'module'], // one copy of a package, however it is asked for
  external: ['@graphql-yoga/render-graphiql'], // 9 MB of text, loaded when a browser asks
  minifyWhitespace: true, // half the text to read at each command; names stay, for whoever reads a stack
  minifySyntax: true,
  banner: { js: banner },
  logLevel: 'error',
});
