import { IMPORT_COLUMNS } from '../intake/index.js';

/** The canonical columns as docs/import.md lists them: a row a file, required columns marked with an asterisk. */
export function importColumnsTable(): string {
  const rows = Object.entries(IMPORT_COLUMNS).map(([kind, fields]) => {
    const columns = Object.entries(fields).map(
      ([name, field]) => `${name}${field.required ? '\\*' : ''}${meaningOf(field)}`,
    );
    return `| \`${kind}.csv\` | ${columns.join(', ')} |`;
  });
  return ['| file | columns |', '|---|---|', ...rows].join('\n');
}

function meaningOf({ type, choices, min, max }: (typeof IMPORT_COLUMNS)[keyof typeof IMPORT_COLUMNS][string]): string {
  if (choices) return ` (${choices.join(' ')})`;
  if (type === 'number' || type === 'integer')
    return ` (${type}${min === undefined ? '' : `, ${min} or more`}${max === undefined ? '' : `, up to ${max}`})`;
  return type === 'text' ? '' : ` (${type})`;
}
