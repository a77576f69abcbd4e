import { SETTINGS } from '../config.js';

/** The settings as the README lists them: variable, meaning, default. */
export function settingsTable(): string {
  const rows = Object.entries(SETTINGS).map(
    ([name, { about, schema }]) => `| \`${name}\` | ${about} | ${defaultOf(schema)} |`,
  );
  return ['| variable | what | default |', '|---|---|---|', ...rows].join('\n');
}

function defaultOf(schema: { safeParse(value: unknown): { success: boolean; data?: unknown } }): string {
  const value = schema.safeParse(undefined).data;
  if (value === undefined || isEmpty(value)) return 'none';
  return typeof value === 'string' && value.startsWith('/') ? '`.guanxi`' : `\`${textOf(value)}\``;
}

function isEmpty(value: unknown): boolean {
  if (value instanceof Map) return value.size === 0;
  return value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
}

/** A list of names with numbers reads as it is written into its variable. */
function textOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, number]) => `${name}=${number}`)
    .join(',');
}
