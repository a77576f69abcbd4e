import type { Statement } from '../../graph/library/header.js';

/** What Express makes of `?a=1&b=x&b=y`: texts, and lists of texts where a name came twice. */
export type QueryText = Readonly<Record<string, unknown>>;

/**
 * Texts of a query string as the values a statement's header declares: `limit=20` becomes 20, `kinds=a,b` a list.
 * A text that is not of its type stays as it is, so that the check against the header names it.
 */
export function paramsFromQuery(statement: Statement, query: QueryText): Record<string, unknown> {
  const kindOf = new Map(statement.params.map((param) => [param.name, param.type]));
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const type = kindOf.get(name);
      if (!type) return [name, value];
      if (type.kind === 'list') return [name, itemsOf(value).map((item) => scalar(type.of.kind, item))];
      return [name, scalar(type.kind, value)];
    }),
  );
}

function itemsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? value.split(',').filter((item) => item !== '') : [value];
}

function scalar(kind: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (kind === 'integer' || kind === 'float') return value.trim() === '' ? value : numberOr(value);
  if (kind === 'boolean') return value === 'true' ? true : value === 'false' ? false : value;
  return value;
}

function numberOr(text: string): number | string {
  const number = Number(text);
  return Number.isFinite(number) ? number : text;
}
