import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../../kernel/error.js';
import { readYaml } from '../../kernel/yaml.js';
import { KINDS, TARGETS } from '../kinds/index.js';
import { TIME_FORMATS } from '../rows/cell.js';
import { below } from './below.js';
import { CSV, type SourceFormat } from './source.js';
import type { FieldSource, Step } from './step.js';

const text = z.string().min(1, 'is empty');
const format = {
  separator: text.optional(),
  quote: z.union([z.literal('none'), z.string().length(1)]).optional(),
  encoding: text.refine(isEncoding, 'is no known encoding').optional(),
};
const names = z.array(z.string()).min(1);
const scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const SOURCES = ['column', 'first', 'template', 'value'] as const;
const source = z
  .strictObject({
    column: text.optional(),
    first: z.array(text).min(1).optional(),
    template: text.optional(),
    value: scalar.optional(),
    before: text.optional(),
    words: z.record(z.string(), scalar).optional(),
    time: z.enum(TIME_FORMATS).optional(),
    clears: z.boolean().optional(),
  })
  .refine((s) => SOURCES.filter((name) => s[name] !== undefined).length === 1, {
    error: `needs exactly one of ${SOURCES.join(', ')}`,
  });
const field = z.union([text.transform((column): FieldSource => ({ column })), source], {
  error: (issue) =>
    typeof issue.input === 'object' ? undefined : 'must be a column name or {column: …}, {template: …}, {value: …}',
});

const lookup = z.strictObject({
  file: text,
  ...format,
  header: z.boolean().default(true),
  columns: names.optional(),
  by: text,
  key: text,
  take: z.record(text, text),
});

const file = z
  .strictObject({
    file: text,
    ...format,
    to: z.string().refine((name) => TARGETS.has(name), {
      error: () => `is no label or relationship of the graph; these are: ${[...TARGETS.keys()].join(', ')}`,
    }),
    header: z.boolean().default(true),
    columns: names.optional(),
    where: z.record(text, scalar).default({}),
    lookups: z.array(lookup).default([]),
    set: z.record(text, field),
  })
  .superRefine(checkFields);

const MAPPING = z.strictObject({ about: z.string().optional(), ...format, files: z.array(file).min(1) });
type Mapping = z.output<typeof MAPPING>;
type MappedFile = Mapping['files'][number];

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

/** The steps of a mapping file over the files in `dir`. Throws INPUT naming file, line and key of everything wrong. */
export function readMapping(path: string, dir: string): Step[] {
  const read = readYaml(readText(path), path);
  if ('problem' in read) throw wrongMapping([read.problem]);
  const parsed = MAPPING.safeParse(read.value);
  if (parsed.success) return parsed.data.files.map((mapped, at) => stepOf(parsed.data, mapped, { path, dir, at }));
  throw wrongMapping(
    parsed.error.issues
      .flatMap(innermost)
      .map(({ path: keys, message }) => `${path}:${read.lineOf(keys)}: ${keys.join('.') || 'file'} ${message}`),
  );
}

/** A union hides what is wrong inside: the object branch says it. */
function innermost(issue: z.core.$ZodIssue): { path: PropertyKey[]; message: string }[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const branch = issue.errors.find((errors) =>
    errors.every(({ code, path }) => code !== 'invalid_type' || path.length > 0),
  );
  return branch ? branch.map(({ path, message }) => ({ path: [...issue.path, ...path], message })) : [issue];
}

function stepOf(
  mapping: Mapping,
  mapped: MappedFile,
  { path, dir, at }: { path: string; dir: string; at: number },
): Step {
  const { kind, fixed } = TARGETS.get(mapped.to)!;
  const base = formatOf(mapping, CSV);
  const own = formatOf(mapped, base);
  return {
    name: `${basename(mapped.file)} → ${mapped.to}`,
    origin: `${resolve(path)}#${at}`,
    path: below(dir, mapped.file),
    kind,
    format: own,
    columns: mapped.columns ?? null,
    header: mapped.header,
    lookups: mapped.lookups.map((l) => ({
      ...l,
      path: below(dir, l.file),
      format: formatOf(l, own),
      columns: l.columns ?? null,
    })),
    where: mapped.where,
    set: { ...Object.fromEntries(Object.entries(fixed).map(([name, value]) => [name, { value }])), ...mapped.set },
  };
}

function formatOf(
  given: { separator?: string | undefined; quote?: string | undefined; encoding?: string | undefined },
  base: SourceFormat,
): SourceFormat {
  const quote = given.quote === undefined ? base.quote : given.quote === 'none' ? null : given.quote;
  return { separator: given.separator ?? base.separator, quote, encoding: given.encoding ?? base.encoding };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new AppError(
      'INPUT',
      `the mapping file ${path} cannot be read`,
      'check the path; seed/mappings/ has examples',
      {},
      error,
    );
  }
}

function wrongMapping(problems: string[]): AppError {
  const more = problems.length > 3 ? `; and ${problems.length - 3} more` : '';
  return new AppError(
    'INPUT',
    `${problems.slice(0, 3).join('; ')}${more}`,
    'docs/import.md lists targets, fields and formats',
    { problems },
  );
}

function isEncoding(label: string): boolean {
  try {
    return Boolean(new TextDecoder(label));
  } catch {
    return false;
  }
}
