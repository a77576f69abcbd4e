import { z } from 'zod';
import type { CypherType } from '../../graph/library/cypher-type.js';
import { SCOPE_PARAM, type Statement } from '../../graph/library/header.js';
import { isTold } from '../../insight/index.js';
import { MOST_ROWS, rowLimitsOf } from './questions.js';

/** The query string of a question, for the OpenAPI document; the request itself is checked against the header. */
export function questionQuery(statement: Statement): z.ZodObject {
  const limits = rowLimitsOf(statement);
  const asked = statement.params.filter(({ name }) => name !== SCOPE_PARAM);
  const entries = asked.map(({ name, type, defaultValue, about }) => {
    const bounded = limits.includes(name) ? z.number().int().min(1).max(MOST_ROWS) : outer(type);
    const described = about === '' ? bounded : bounded.describe(about);
    const optional = defaultValue !== undefined || type.nullable;
    return [name, optional ? withDefault(described, defaultValue) : described];
  });
  return z.object(Object.fromEntries(entries));
}

/** What a question answers. */
export function questionResponse({ name: statement, rows }: Statement): z.ZodObject {
  const columns = rows.map(({ name, type, about }) => [name, about === '' ? outer(type) : outer(type).describe(about)]);
  const sentences = isTold(statement) ? { why: z.string(), whyZh: z.string() } : {};
  return z.object({ rows: z.array(z.object({ ...Object.fromEntries(columns), ...sentences })) });
}

function withDefault(schema: z.ZodType, value: unknown): z.ZodType {
  return value === undefined || value === null ? schema.optional() : schema.optional().default(value);
}

/** A type as JSON carries it: times as text. */
function outer(type: CypherType): z.ZodType {
  const bare = bareOuter(type);
  return type.nullable ? bare.nullable() : bare;
}

function bareOuter(type: CypherType): z.ZodType {
  switch (type.kind) {
    case 'string':
    case 'customer':
      return z.string();
    case 'integer':
      return z.number().int();
    case 'float':
      return z.number();
    case 'boolean':
      return z.boolean();
    case 'datetime':
    case 'epoch':
      return z.iso.datetime();
    case 'date':
      return z.iso.date();
    case 'list':
      return z.array(outer(type.of));
    case 'record':
      return z.object(Object.fromEntries(type.fields.map((field) => [field.name, outer(field.type)])));
    default:
      return z.record(z.string(), z.any());
  }
}
