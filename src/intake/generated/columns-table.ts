import { KINDS } from '../kinds/index.js';
import type { Column } from '../kinds/model.js';
import { KIND_NAMES } from '../kinds/names.js';

const BEGIN = '<!-- columns: generated from src/intake/kinds by `guanxi generate` -->';
const END = '<!-- end of columns -->';

/** A page with the columns of every kind between its two marks. */
export function withColumns(page: string): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  return `${page.slice(0, begin + BEGIN.length)}\n\n${KIND_NAMES.map(section).join('\n\n')}\n\n${page.slice(end)}`;
}

function section(kind: (typeof KIND_NAMES)[number]): string {
  const { about, columns, targets } = KINDS[kind];
  const rows = Object.entries(columns).map(
    ([name, column]) =>
      `| ${name}${column.required ? '\\*' : ''} | ${valuesOf(column)} | ${column.about.join(' | ')} |`,
  );
  const title = `### \`${kind}.csv\`: ${about[0]}, ${about[1]}`;
  const named = `In a mapping: ${targets.map((target) => `\`${target}\``).join(', ')}.`;
  return [title, '', named, '', '| column | values | meaning | 含义 |', '|---|---|---|---|', ...rows].join('\n');
}

function valuesOf({ type, choices, min, max, names, personal }: Column): string {
  if (choices) return choices.map((choice) => `\`${choice}\``).join(' ');
  if (names) return `an id of \`${names}.csv\``;
  if (min !== undefined && max !== undefined) return `${type}, ${min} to ${max}`;
  if (min !== undefined) return `${type}, ${min} or more`;
  return personal ? `${type}, sealed` : type;
}
