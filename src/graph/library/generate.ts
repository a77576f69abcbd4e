import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../kernel/root.js';
import { typeScriptOf } from './cypher-type.js';
import type { Param, Statement } from './header.js';
import { indexPage, type WritesOf } from './index-page.js';
import type { Library } from './library.js';

/** The files made from the headers: their path below the root and the text they must hold. */
export function generatedFiles(library: Library, writes: WritesOf): { path: string; text: string }[] {
  const statements = [...library.values()];
  return [
    { path: 'src/graph/queries.gen.ts', text: typesOf(statements) },
    { path: 'cypher/README.md', text: indexPage(statements, writes) },
  ];
}

/** A file below the root and the text it must hold; null for one that must not be there. */
export interface MadeFile {
  readonly path: string;
  readonly text: string | null;
}

/** Paths of the files that do not hold what they must. */
export function staleFiles(files: readonly MadeFile[]): string[] {
  return files.filter(({ path, text }) => readIfThere(path) !== text).map(({ path }) => path);
}

/** Writes the stale ones, and deletes those that must not be there. Returns their paths. */
export function writeFiles(files: readonly MadeFile[]): string[] {
  const stale = staleFiles(files);
  for (const { path, text } of files.filter((file) => stale.includes(file.path)))
    if (text === null) rmSync(join(packageRoot, path));
    else writeFileSync(join(packageRoot, path), text);
  return stale;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(join(packageRoot, path), 'utf8');
  } catch {
    return null;
  }
}

function typesOf(statements: readonly Statement[]): string {
  const entries = statements.filter((s) => s.mode !== 'schema').map(entryOf);
  return `// Made from the headers of cypher/ by \`npm run cypher:types\`. Do not edit.
import type { Drawing } from '../kernel/drawing.js';

export interface Statements {
${entries.join('\n')}
}

type NamesOf<M> = { [N in keyof Statements]: Statements[N]['mode'] extends M ? N : never }[keyof Statements];
export type ReadName = NamesOf<'read'>;
export type WriteName = NamesOf<'write'>;
export type PictureName = NamesOf<'picture'>;
export type ParamsOf<N extends keyof Statements> = Statements[N]['params'];
export type RowOf<N extends keyof Statements> = Statements[N]['row'];
export type RowsParamOf<N extends keyof Statements> = ParamsOf<N> extends { rows: infer R } ? R : never;
export type { Drawing };
`;
}

function entryOf(statement: Statement): string {
  const params = statement.params.map(paramOf).join('; ');
  const row = statement.rows.map((c) => `${c.name}: ${typeScriptOf(c.type)}`).join('; ');
  return `  '${statement.name}': { mode: '${statement.mode}'; params: { ${params} }; row: { ${row} } };`;
}

function paramOf(param: Param): string {
  const optional = param.defaultValue !== undefined || param.type.nullable;
  return `${param.name}${optional ? '?' : ''}: ${typeScriptOf(param.type)}`;
}
