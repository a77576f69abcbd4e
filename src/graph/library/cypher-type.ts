import { z } from 'zod';
import { AppError } from '../../kernel/error.js';
import { wellFormed } from '../../kernel/input.js';
import { ILL_FORMED, ILL_FORMED_ZH, illFormedIn } from '../../kernel/text.js';
import { own } from '../../kernel/words/issues.js';

/**
 * A type as a header line writes it: `string`, `integer?`, `list<string>`, or a record whose fields follow on lines of
 * their own.
 */
export type CypherType = { readonly nullable: boolean } & (
  | { readonly kind: ScalarKind }
  | { readonly kind: 'list'; readonly of: CypherType }
  | { readonly kind: 'record'; readonly fields: readonly Field[] }
);

export interface Field {
  readonly name: string;
  readonly type: CypherType;
  readonly about: string;
}

/**
 * `customer` is the id of one; by it an answer is cut down to the customers a viewer may see. `epoch` is a time on its
 * way in only, in ms since 1970: a `datetime` costs the driver seven times as much to send.
 */
const SCALARS = [
  'string',
  'customer',
  'integer',
  'float',
  'boolean',
  'datetime',
  'epoch',
  'date',
  'map',
  'path',
] as const;
export type ScalarKind = (typeof SCALARS)[number];

/** Longest text and list a caller from outside may hand in as a parameter. */
const MOST_CHARACTERS = 10_000;
const MOST_ITEMS = 10_000;

/**
 * Reads a type; `fields` are the record's, gathered from the lines below it. Throws SETUP with `where` on anything
 * unknown.
 */
export function parseType(text: string, where: string, fields: readonly Field[] = []): CypherType {
  const nullable = text.endsWith('?');
  const bare = nullable ? text.slice(0, -1) : text;
  const list = /^list<(.+)>$/.exec(bare);
  if (list) return { kind: 'list', of: parseType(list[1]!, where, fields), nullable };
  if (bare === 'record') return { kind: bare, fields, nullable };
  if ((SCALARS as readonly string[]).includes(bare)) return { kind: bare as ScalarKind, nullable };
  throw new AppError(
    'SETUP',
    `${where}: unknown type "${text}"`,
    `use one of ${SCALARS.join(', ')}, list<…>, record, with ? for null`,
  );
}

/** The type in TypeScript, as the generated file states it. */
export function typeScriptOf(type: CypherType): string {
  const bare = bareTypeScript(type);
  return type.nullable ? `${bare} | null` : bare;
}

function bareTypeScript(type: CypherType): string {
  switch (type.kind) {
    case 'string':
    case 'customer':
    case 'date':
      return 'string';
    case 'integer':
    case 'float':
      return 'number';
    case 'boolean':
      return 'boolean';
    case 'datetime':
    case 'epoch':
      return 'Date';
    case 'map':
      return 'Record<string, unknown>';
    case 'path':
      return 'Drawing';
    case 'list':
      return type.of.nullable ? `readonly (${typeScriptOf(type.of)})[]` : `readonly ${wrap(type.of)}[]`;
    case 'record':
      return `{ ${type.fields.map((f) => `${f.name}${f.type.nullable ? '?' : ''}: ${typeScriptOf(f.type)}`).join('; ')} }`;
  }
}

function wrap(type: CypherType): string {
  const text = typeScriptOf(type);
  return type.kind === 'list' ? `(${text})` : text;
}

/**
 * A zod schema for a value handed in as JSON: bounded, times as ISO 8601, whole numbers where the type says integer.
 */
export function schemaOf(type: CypherType): z.ZodType {
  const bare = bareSchema(type);
  return type.nullable ? bare.nullish().transform((v) => v ?? null) : bare;
}

function bareSchema(type: CypherType): z.ZodType {
  switch (type.kind) {
    case 'string':
    case 'customer':
      return wellFormed.max(MOST_CHARACTERS);
    case 'integer':
      return z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER);
    case 'float':
      return z.number();
    case 'boolean':
      return z.boolean();
    case 'datetime':
    case 'epoch':
      return z.union([z.date(), z.iso.datetime({ offset: true }), z.iso.date()]).transform((v) => new Date(v));
    case 'date':
      return z.iso.date();
    case 'map':
      return z
        .record(z.string().max(200), z.unknown())
        .refine((map) => illFormedIn(map) === null, own(ILL_FORMED, ILL_FORMED_ZH));
    case 'path':
      return z.never({ error: own('a path cannot be a parameter', '路径不能作参数') });
    case 'list':
      return z.array(schemaOf(type.of)).max(MOST_ITEMS);
    case 'record':
      return z.object(Object.fromEntries(type.fields.map((f) => [f.name, schemaOf(f.type)])));
  }
}
