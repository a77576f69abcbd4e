import { z } from 'zod';
import { isCountry } from '../../security/index.js';
import { NUMBER_FORMS } from '../cells/number-form.js';
import { isTimeFormat, TIME_FORMATS } from '../cells/time.js';
import { KINDS, TARGETS } from '../kinds/index.js';
import { CONTACT_KINDS, type Condition, type FieldSource, HASHED } from './step.js';

const text = z.string().min(1, 'is empty');
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const scalars = z.union([scalar.transform((one) => [one]), z.array(scalar).min(1)]);
const names = z.array(z.string()).min(1);
const zone = text.refine(isZone, 'is no time zone; write it like Asia/Shanghai');
const country = z.string().refine(isCountry, 'is no country of two capital letters, as CN');

/** How files are written; said for all files, for one, or for one of its fields. */
const written = { zone: zone.optional(), number: z.enum(NUMBER_FORMS).optional(), country: country.optional() };
const format = {
  separator: text.optional(),
  quote: z.union([z.literal('none'), z.string().length(1)]).optional(),
  encoding: text.refine(isEncoding, 'is no known encoding').optional(),
  form: z.enum(['csv', 'vcard']).optional(),
};

const SOURCES = ['column', 'first', 'template', 'value'] as const;
const source = z
  .strictObject({
    column: text.optional(),
    first: z.array(text).min(1).optional(),
    template: text.optional(),
    value: scalar.optional(),
    before: text.optional(),
    words: z.record(z.string(), scalar).optional(),
    empty: scalars.optional(),
    hashed: z.enum(HASHED).optional(),
    time: z
      .string()
      .refine(isTimeFormat, `is no form of a time: ${TIME_FORMATS.join(', ')}, or a pattern as dd/MM/yyyy HH:mm`)
      .optional(),
    ...written,
    clears: z.boolean().optional(),
  })
  .refine((s) => SOURCES.filter((name) => s[name] !== undefined).length === 1, {
    error: `needs exactly one of ${SOURCES.join(', ')}`,
  });
const field = z.union([text.transform((column): FieldSource => ({ column })), source], {
  error: (issue) =>
    typeof issue.input === 'object' ? undefined : 'must be a column name or {column: …}, {template: …}, {value: …}',
});

/** Which rows: those whose cell is one of `is` and none of `not`; the cells of `empty` count as ''. */
const condition = z
  .union([
    scalars.transform((is): Condition => ({ is })),
    z.strictObject({ is: scalars.optional(), not: scalars.optional(), empty: scalars.optional() }),
  ])
  .transform((given): Condition => given);

const lookup = z.strictObject({
  file: text,
  ...format,
  header: z.boolean().default(true),
  columns: names.optional(),
  skip: z.int().min(0).optional(),
  by: text,
  key: text,
  as: z.enum(CONTACT_KINDS).optional(),
  country: written.country,
  take: z.record(text, text),
});

const file = z
  .strictObject({
    file: text,
    ...format,
    ...written,
    to: z.string().refine((name) => TARGETS.has(name), {
      error: () => `is no label or relationship of the graph; these are: ${[...TARGETS.keys()].join(', ')}`,
    }),
    header: z.boolean().default(true),
    skip: z.int().min(0).optional(),
    columns: names.optional(),
    where: z.record(text, condition).default({}),
    lookups: z.array(lookup).default([]),
    set: z.record(text, field),
  })
  .superRefine(checkFields);

/** What a mapping file may hold. */
export const MAPPING = z.strictObject({
  about: z.string().optional(),
  ...format,
  ...written,
  files: z.array(file).min(1),
});
export type Mapping = z.output<typeof MAPPING>;

/** Which fields a target has and needs, and that only times have a time format. */
function checkFields(
  mapped: { to: string; header: boolean; columns?: string[] | undefined; set: Record<string, FieldSource> },
  context: z.RefinementCtx,
): void {
  const target = TARGETS.get(mapped.to);
  if (!target) return;
  const fields = KINDS[target.kind].columns;
  const wrong = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (!mapped.header && !mapped.columns) wrong(['header'], 'a file without a header row needs its names in `columns`');
  for (const [name, { time }] of Object.entries(mapped.set)) {
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!known) wrong(['set', name], `is no field of ${mapped.to}; these are: ${Object.keys(fields).join(', ')}`);
    else if (time && known.type !== 'time' && known.type !== 'date') wrong(['set', name, 'time'], `${name} is no time`);
  }
  for (const name of Object.keys(fields))
    if (fields[name]!.required && !(name in mapped.set) && !(name in target.fixed))
      wrong(['set'], `${mapped.to} needs ${name}`);
}

function isEncoding(label: string): boolean {
  try {
    return Boolean(new TextDecoder(label));
  } catch {
    return false;
  }
}

function isZone(timeZone: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en-US', { timeZone }));
  } catch {
    return false;
  }
}
