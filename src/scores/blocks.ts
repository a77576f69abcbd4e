import { AppError } from '../kernel/error.js';
import { EDGES, purposeOf, SCORES } from './registry.js';
import { MARKED_RUNS, RUNS } from './runs.js';
import { SCORE_LABELS } from './score-edges.js';

/** What a list is made of: the names for its placeholders, and what it may be chosen by. */
interface Item {
  readonly names: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, readonly string[]>>;
}

const ITEMS: Readonly<Record<string, () => Item[]>> = {
  property: () =>
    SCORES.map((score) => ({
      names: { property: score.property },
      facts: {
        purpose: [purposeOf(score)],
        run: [score.run],
        shown: score.shown ?? [],
        published: score.published ?? [],
      },
    })),
  edge: () =>
    EDGES.map((edge) => ({ names: { edge: edge.edge }, facts: { purpose: [purposeOf(edge)], run: [edge.run] } })),
  run: () =>
    MARKED_RUNS.map((id) => ({ names: { run: id, mark: RUNS[id].mark! }, facts: { purpose: [RUNS[id].purpose] } })),
  label: () => SCORE_LABELS.map((label) => ({ names: { label }, facts: {} })),
};

const BEGIN = /^(\s*)\/\/ each (\w+)((?: \w+=\w+)*): (.*?)<<(.+?)>>(.*?)(?: by '([^']*)')?$/;
const END = /^\s*\/\/ each end$/;
const WIDTH = 116;

/**
 * A statement with its lists of scores as the registry has them. A list stands between `// each property
 * purpose=profiling: REMOVE <<gone.{property}>>` (also edge, run, label; chosen by purpose, run, shown, published;
 * joined by what ` by '…'` says, a comma when it says nothing) and `// each end`. Throws SETUP for a list that is not
 * closed or of nothing that there is.
 */
export function filled(name: string, source: string): string {
  const lines: string[] = [];
  let open = false;
  for (const line of source.split('\n')) {
    const begin = BEGIN.exec(line);
    if (open && begin) throw broken(name, 'a list of scores begins inside another');
    if (END.test(line)) open = false;
    if (!open) lines.push(line);
    if (begin) lines.push(...listOf(name, begin));
    open ||= begin !== null;
  }
  if (open) throw broken(name, 'a list of scores is not closed');
  return lines.join('\n');
}

function listOf(
  name: string,
  [, indent = '', what = '', chosen = '', before = '', unit = '', after = '', by]: string[],
) {
  const wanted =
    chosen.trim() === ''
      ? []
      : chosen
          .trim()
          .split(' ')
          .map((pair) => pair.split('='));
  const all = ITEMS[what]?.() ?? [];
  const items = all.filter(({ facts }) => wanted.every(([key, value]) => facts[key!]?.includes(value!)));
  if (items.length === 0) throw broken(name, `no ${what} of the registry fits "${chosen.trim()}"`);
  const parts = items.map(({ names }) =>
    unit.replace(/\{(\w+)\}/g, (_, key: string) => names[key] ?? missing(name, key)),
  );
  const between = by ?? ', ';
  const told = parts.map((part, at) => (at === parts.length - 1 ? part : part + between));
  return wrapped(indent, [...(before === '' ? [] : [before]), ...told.slice(0, -1), told.at(-1)! + after]);
}

/** Lines of at most so many characters; whoever follows the first is set in. */
function wrapped(indent: string, parts: readonly string[]): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const part of parts) {
    if (line.trim() !== '' && line.length + part.trimEnd().length > WIDTH) {
      lines.push(line.trimEnd());
      line = `${indent}  `;
    }
    line += part;
  }
  return [...lines, line.trimEnd()];
}

function missing(name: string, key: string): never {
  throw broken(name, `a list of scores has no {${key}}`);
}

function broken(name: string, what: string): AppError {
  return new AppError(
    'SETUP',
    `cypher/${name}: ${what}`,
    'compare with cypher/consent/steps/ledger/consent-profile.cypher',
  );
}
