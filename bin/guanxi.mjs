#!/usr/bin/env node
/** The `guanxi` command: makes sure the product is installed and compiled, then hands over. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { prepare, root } from './prepare.mjs';

await prepare({ starts: process.argv[2] === 'start' });
const { main } = await import(pathToFileURL(join(root, 'dist', 'cli.mjs')).href);
await main(process.argv.slice(2));
// What the desk asks is typed from the schema just written, by packages that only development has.
if (process.argv[2] === 'generate' && !process.exitCode) await import('../src/desk/generate.mjs');
// What was asked for is done or said: nothing left behind by an interrupted command may keep the process alive.
setTimeout(() => process.exit(), 2000).unref();
