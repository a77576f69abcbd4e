import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../kernel/root.js';
import { KINDS } from '../kinds/index.js';
import { KIND_NAMES, type KindName } from '../kinds/names.js';
import { withColumns } from './columns-table.js';
import { nodeStatements } from './node-statements.js';
import { MADE_IDS } from './statement-text.js';
import { tieStatements } from './tie-statements.js';

const FOLDER = 'cypher/intake/steps/rows';
const PAGE = 'docs/data/import.md';

/**
 * Everything made from the declarations of kinds: statements, and the columns in docs/data/import.md. A null text is a file
 * to delete.
 */
export function generatedFromKinds(): { path: string; text: string | null }[] {
  const made = [...statements(), missing()];
  const stray = readdirSync(join(packageRoot, FOLDER))
    .map((name) => `${FOLDER}/${name}`)
    .filter((path) => !made.some((file) => file.path === path));
  const page = { path: PAGE, text: withColumns(readFileSync(join(packageRoot, PAGE), 'utf8')) };
  return [...made, page, ...stray.map((path) => ({ path, text: null }))];
}

function statements() {
  return KIND_NAMES.flatMap((name) =>
    Object.entries(KINDS[name].shapes).map((entry) => [KINDS[name], ...entry] as const),
  ).flatMap(([kind, name, shape]) => {
    const texts = shape.form === 'node' ? nodeStatements(kind, shape) : tieStatements(kind, shape);
    return Object.entries(texts).map(([ending, text]) => ({ path: `${FOLDER}/${name}${ending}.cypher`, text }));
  });
}

/** Which ids nobody knows, for every kind that another one names. */
function missing() {
  const named = new Set(
    Object.values(KINDS).flatMap(({ columns }) => Object.values(columns).map(({ names }) => names)),
  );
  const kinds = KIND_NAMES.filter((name) => named.has(name));
  const width = Math.max(...kinds.map((name) => name.length));
  const unknown = (name: KindName) => `WHERE NOT EXISTS { (:${KINDS[name].label} {id: id}) } RETURN id } AS ${name}`;
  const collected = kinds.map((name) => `COLLECT { UNWIND $${name} AS id WITH id ${unknown(name)}`);
  const text = `${[
    '// Which of these ids the graph does not know, by kind.',
    '// Generated from src/intake/kinds/ by `guanxi generate`: change that, not this.',
    '// mode  read',
    ...kinds.map((name) => `// param ${name.padEnd(width)}  list<string> = []`),
    ...kinds.map((name) => `// row   ${name.padEnd(width)}  list<string>`),
    ...kinds.map((name) => `// try   :param ${name} => ['${MADE_IDS[name]}', 'x'];`),
    `RETURN ${collected.join(',\n       ')}`,
  ].join('\n')};\n`;
  return { path: `${FOLDER}/missing.cypher`, text };
}
