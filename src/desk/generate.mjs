/**
 * Types what the desk and the example of a client ask (`*.graphql` beside them) from schema.graphql: a field that is
 * gone or renamed is an error here.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codegen } from '@graphql-codegen/core';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse, print, separateOperations, stripIgnoredCharacters } from 'graphql';

const desk = dirname(fileURLToPath(import.meta.url));
const root = join(desk, '..', '..');
const FOLDERS = [desk, join(root, 'examples', 'typescript')];
const library = join(root, 'cypher');
const PICTURE = '.picture.cypher';
const HEAD = '// Written by `npm run cypher:types` from the .graphql files beside it and schema.graphql; do not edit.';

const config = {
  skipTypename: true,
  immutableTypes: true,
  disableDescriptions: true,
  enumType: 'string-literal',
  defaultScalarType: 'unknown',
  scalars: { ID: 'string', BigInt: 'string | number', DateTime: 'string', Date: 'string' },
};

async function generated(folder, file) {
  const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.graphql'));
  const documents = found.sort().map((location) => {
    return { location, document: parse(readFileSync(join(folder, location), 'utf8'), { noLocation: true }) };
  });
  const schema = parse(readFileSync(join(root, 'schema.graphql'), 'utf8'));
  const plugins = [{ operations: {} }, { texts: {} }];
  const types = await codegen({ schema, documents, config, plugins, filename: file, pluginMap: { operations, texts } });
  return `${HEAD}\n${types}${folder === desk ? `\n${pictures()}` : ''}`;
}

/** The pictures of the library with the parameters they take: one that was moved or renamed fails where a box still asks for it. */
function pictures() {
  const files = readdirSync(library, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(PICTURE));
  const entries = files.sort().map((location) => {
    const text = readFileSync(join(library, location), 'utf8');
    const params = [...text.matchAll(/^\/\/ param +(\w+)/gm)].map(([, name]) => `'${name}'`);
    const name = location.replaceAll('\\', '/').slice(0, -PICTURE.length);
    return `  readonly '${name}': ${params.join(' | ') || 'never'};`;
  });
  const about = '/** The pictures of the library, each with the names of its parameters. */';
  return [about, 'export interface Pictures {', ...entries, '}', ''].join('\n');
}

/** Each operation as the text that is sent, with the fragments it needs, typed by its answer and its variables. */
const texts = {
  plugin: (_schema, documents) => {
    const definitions = documents.flatMap(({ document }) => document.definitions);
    const sent = Object.entries(separateOperations({ kind: 'Document', definitions })).map(([name, document]) => {
      const { operation } = document.definitions.find(({ kind }) => kind === 'OperationDefinition');
      const suffix = operation[0].toUpperCase() + operation.slice(1);
      const type = name + suffix;
      const text = JSON.stringify(stripIgnoredCharacters(print(document)));
      const constant = name[0].toLowerCase() + name.slice(1) + suffix;
      return `export const ${constant} = ${text} as Operation<${type}, ${type}Variables>;`;
    });
    const operation = [
      '/** The text of an operation, which knows its answer and its variables. */',
      'export type Operation<A, V> = string & { readonly __answer?: A; readonly __variables?: V };',
    ];
    return [...operation, ...sent, ''].join('\n');
  },
};

/** With `--check` only says that types are stale. */
async function main(check) {
  const stale = [];
  for (const folder of FOLDERS) {
    const file = join(folder, 'operations.gen.ts');
    const text = await generated(folder, file);
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    stale.push(relative(root, file));
    if (!check) writeFileSync(file, text);
  }
  const list = stale.join(', ');
  if (check && list) throw new Error(`stale: ${list}\n  fix: run \`npm run cypher:types\` and commit what it wrote`);
  return list ? `written: ${list}` : 'what the desk asks is current';
}

try {
  process.stdout.write(`${await main(process.argv.includes('--check'))}\n`);
} catch (error) {
  process.stderr.write(`error: ${error.message}\n`);
  process.exitCode = 1;
}
