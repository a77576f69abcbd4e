import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { z } from 'zod';
import { AppError } from '../../kernel/error.js';
import { readYaml } from '../../kernel/yaml/yaml.js';
import { TARGETS } from '../kinds/index.js';
import { below } from './below.js';
import { MAPPING, type Mapping } from './mapping-form.js';
import { CSV, type SourceFormat } from './source.js';
import type { Step } from './step.js';

type MappedFile = Mapping['files'][number];

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
  const writing = { ...writingOf(mapping), ...writingOf(mapped) };
  const fixes = Object.entries(fixed).map(([name, value]) => [name, { value }] as const);
  const set = Object.entries(mapped.set).map(([name, source]) => [name, { ...writing, ...source }] as const);
  return {
    name: `${basename(mapped.file)} → ${mapped.to}`,
    origin: `${resolve(path)}#${at}`,
    path: below(dir, mapped.file),
    kind,
    format: own,
    columns: mapped.columns ?? null,
    header: mapped.header,
    skip: mapped.skip ?? null,
    lookups: mapped.lookups.map((l) => ({
      ...l,
      path: below(dir, l.file),
      format: formatOf(l, own),
      columns: l.columns ?? null,
      skip: l.skip ?? null,
      as: l.as ?? null,
      country: l.country ?? writing.country,
    })),
    where: mapped.where,
    set: Object.fromEntries([...fixes, ...set]),
  };
}

function formatOf(given: Partial<Pick<Mapping, 'separator' | 'quote' | 'encoding' | 'form'>>, base: SourceFormat) {
  const quote = given.quote === undefined ? base.quote : given.quote === 'none' ? null : given.quote;
  const { separator = base.separator, encoding = base.encoding, form = base.form } = given;
  return { separator, quote, encoding, form };
}

/** What of it is said, so that a file may say it for all its fields. */
function writingOf({ zone, number, country }: Pick<Mapping, 'zone' | 'number' | 'country'>) {
  return { ...(zone && { zone }), ...(number && { number }), ...(country && { country }) };
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
    'docs/data/import.md lists targets, fields and formats',
    { problems },
  );
}
