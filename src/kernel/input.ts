import { z } from 'zod';
import { plural } from './plural.js';
import { ILL_FORMED, isWellFormed } from './text.js';

/** A text that the database keeps as it is. */
export const wellFormed = z.string().refine(isWellFormed, ILL_FORMED);

/** An id as callers send it. */
export const idOf = wellFormed.min(1).max(200);

/** A time as ISO 8601 with its offset; GraphQL hands in one that it has read already. */
export const timeOf = z.preprocess(
  asText,
  z.iso
    .datetime({ offset: true, error: 'must be a time like 2026-03-01T00:00:00Z' })
    .transform((text) => new Date(text)),
);

/** GraphQL's DateTime is the driver's own, which writes itself as ISO 8601 like a Date does as JSON. */
function asText(value: unknown): unknown {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? value : value.toISOString();
  return typeof value === 'object' && value !== null && 'toStandardDate' in value ? value.toString() : value;
}

type Issue = Parameters<NonNullable<Parameters<typeof z.config>[0]>['customError'] & object>[0];

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  date: 'a time',
};

const FORMS: Readonly<Record<string, string>> = {
  email: 'must be a mail address, like name@example.com',
  url: 'must be an address, like https://example.com',
  datetime: 'must be a time, like 2026-01-31T09:30:00Z',
  date: 'must be a day, like 2026-01-31',
  time: 'must be a time of day, like 09:30',
  uuid: 'must be a UUID',
};

/** The plain words for an issue of the schema library; nothing where the schema has words of its own. */
function plainIssue(issue: Issue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'too_small':
      return issue.origin === 'string' && Number(issue.minimum) === 1
        ? 'must not be empty'
        : `must ${extent(issue.origin, issue.minimum)} or more`;
    case 'too_big':
      return `must ${extent(issue.origin, issue.maximum)} or ${counted(issue.origin) ? 'fewer' : 'less'}`;
    case 'invalid_format':
      return FORMS[issue.format] ?? 'is not written as it must be';
    case 'invalid_value':
      return `must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `has what is not known here: ${issue.keys.join(', ')}`;
    case 'invalid_union':
      return 'has none of the forms that it may have';
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    default:
      return undefined;
  }
}

const COUNTED: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['entry', 'entries'],
  set: ['entry', 'entries'],
  map: ['entry', 'entries'],
};

function counted(origin: string): readonly [one: string, many: string] | undefined {
  return COUNTED[origin];
}

/** `have 3 entries`, `be 3`. */
function extent(origin: string, bound: unknown): string {
  const words = counted(origin);
  const limit = origin === 'date' ? new Date(Number(bound)).toISOString() : String(bound);
  return words ? `have ${limit} ${plural(Number(bound), ...words)}` : `be ${limit}`;
}

// for every schema of the product, wherever it is read: the library's own words are for programmers
z.config({ customError: plainIssue });
