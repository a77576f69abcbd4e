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
  return typeof value === 'string' && value.startsWith('/') ? '`.guanxi`' : `\`${String(value)}\``;
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) ? value.length === 0 : value instanceof Map && value.size === 0;
}
