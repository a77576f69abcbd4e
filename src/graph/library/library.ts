import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { z } from 'zod';
import { wrongInput } from '../../kernel/checked.js';
import { AppError } from '../../kernel/error.js';
import { packageRoot } from '../../kernel/root.js';
import { faultOf, faultWith, type Words } from '../../kernel/words/issues.js';
import { schemaOf } from './cypher-type.js';
import { parseStatement, type Statement } from './header.js';

/** Every statement of `cypher/`, by name: the path without folder and ending. */
export type Library = ReadonlyMap<string, Statement>;

/**
 * The library, sorted by name. A file is read when it is asked for, and all of them when they are counted through: a
 * command needs a dozen of hundreds. Throws SETUP on a broken header then.
 */
export function loadLibrary(folder: string = join(packageRoot, 'cypher')): Library {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.cypher'));
  const names = files
    .map((file) =>
      file
        .split(sep)
        .join('/')
        .replace(/\.cypher$/, ''),
    )
    .sort();
  return lazyMap(names, (name) => parseStatement(name, readFileSync(join(folder, `${name}.cypher`), 'utf8')));
}

/** A map whose values are made once each, when they are asked for. */
function lazyMap<V>(keys: readonly string[], make: (key: string) => V): ReadonlyMap<string, V> {
  const made = new Map<string, V | undefined>(keys.map((key) => [key, undefined]));
  const get = (key: string) => {
    if (made.get(key) === undefined && made.has(key)) made.set(key, make(key));
    return made.get(key);
  };
  const all = (): ReadonlyMap<string, V> => {
    for (const key of keys) get(key);
    return made as Map<string, V>;
  };
  return {
    get,
    has: (key) => made.has(key),
    keys: () => made.keys(),
    size: made.size,
    values: () => all().values(),
    entries: () => all().entries(),
    forEach: (visit) => all().forEach(visit),
    [Symbol.iterator]: () => all()[Symbol.iterator](),
  };
}

/** The statement of that name. Throws NOT_FOUND with the nearest names. */
export function statementOf(library: Library, name: string): Statement {
  const found = library.get(name);
  if (found) return found;
  const tail = name.split('/').at(-1)!;
  const near = [...library.keys()].filter((known) => known.includes(tail)).slice(0, 3);
  throw new AppError(
    'NOT_FOUND',
    `no statement "${name}" in cypher/`,
    near.length ? `did you mean ${near.join(', ')}?` : 'see `guanxi cypher list`',
  );
}

const UNKNOWN: Words = { en: 'not a parameter', zh: '不是参数' };

/** Checks parameters from outside against the header, fills defaults. Throws INPUT naming every wrong one. */
export function checkParams(statement: Statement, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const unknown = Object.keys(given).filter((key) => !statement.params.some((p) => p.name === key));
  const shape = Object.fromEntries(
    statement.params.map((p) => {
      const schema = schemaOf(p.type);
      return [p.name, p.defaultValue === undefined ? schema : z.preprocess((v) => v ?? p.defaultValue, schema)];
    }),
  );
  const parsed = z.object(shape).safeParse(given);
  if (parsed.success && unknown.length === 0) return parsed.data;
  const faults = [...(parsed.error?.issues.map(faultOf) ?? []), ...unknown.map((key) => faultWith(key, UNKNOWN))];
  const declared = statement.params
    .map((p) => `${p.name}${p.defaultValue === undefined && !p.type.nullable ? '*' : ''}`)
    .join(', ');
  throw wrongInput(statement.name, faults, declared ? `it takes: ${declared}` : 'it takes no parameters');
}
