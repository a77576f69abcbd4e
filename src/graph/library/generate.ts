import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../kernel/root.js';
import { typeScriptOf } from './cypher-type.js';
import type { Param, Statement } from './header.js';
import type { Library } from './library.js';

/** Names of the scores that a statement writes. */
export type WritesOf = (statement: string) => readonly string[];

/** The files made from the headers: their path below the root and the text they must hold. */
export function generatedFiles(library: Library, writes: WritesOf): { path: string; text: string }[] {
  const statements = [...library.values()];
  return [
    { path: 'src/graph/queries.gen.ts', text: typesOf(statements) },
    { path: 'cypher/README.md', text: indexOf(statements, writes) },
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

const PREFACE = `# The Cypher library

Made from the headers by \`npm run cypher:types\`; do not edit. Each file is one question or one change. Paste it into Neo4j Browser:
run its \`:params\` line first, then the file. In the product it is a typed function; with an \`api\` line it is a GraphQL field and
\`GET /api/questions/NAME\` as well. \`guanxi cypher run NAME --params JSON\` runs one from the terminal.

A header: title; \`mode\` read, write, picture or schema; \`param name type = default  meaning\`; \`row name type  meaning\` (\`.\` lines below name the
fields of a record; \`epoch\` is a time sent in ms since 1970); \`needs\`; \`api\` the published name and \`for\` the roles that may ask; \`phrase\` the Bloom search phrase; \`try\` the parameters to begin with.

Locks: \`SET node.asked = null // locks it\`, and nothing else. Nothing has that property, so nothing changes, but the node is locked until the
transaction ends: what the statement reads of it afterwards is what the last writer committed. Several nodes are locked in the order of their ids.
`;

function indexOf(statements: readonly Statement[], writes: WritesOf): string {
  const areas = new Map<string, Statement[]>();
  for (const statement of statements) {
    const area = statement.name.split('/')[0]!;
    areas.set(area, [...(areas.get(area) ?? []), statement]);
  }
  return (
    PREFACE +
    [...areas]
      .map(([area, list]) => `\n## ${area}\n\n${list.map((s) => lineOf(s, writes(s.name))).join('\n')}\n`)
      .join('')
  );
}

function lineOf(s: Statement, writes: readonly string[]): string {
  const params = s.params
    .map(
      (p) => `${p.name}: ${p.type.kind}${p.defaultValue === undefined ? '' : ` = ${JSON.stringify(p.defaultValue)}`}`,
    )
    .join(', ');
  const rows = s.rows.map((r) => r.name).join(', ');
  const published = s.api ? ` · published as \`${s.api}\` for ${s.roles.join(', ')}` : '';
  const scores = writes.length > 0 ? ` · writes scores \`${writes.join(', ')}\`` : '';
  return `- [\`${s.name}\`](${s.name}.cypher) (${s.mode}) ${s.title}${params ? ` · takes \`${params}\`` : ''}${rows ? ` · gives \`${rows}\`` : ''}${scores}${published}`;
}
