import { AppError } from '../../kernel/error.js';
import { ROLES, type Role } from '../../kernel/role.js';
import { type Field, parseType } from './cypher-type.js';

export const MODES = ['read', 'write', 'picture', 'schema'] as const;
export type Mode = (typeof MODES)[number];

export interface Param extends Field {
  /** The literal after `=`, as JSON; undefined when the parameter must be given. */
  readonly defaultValue: unknown;
}

export interface Column extends Field {
  readonly unique: boolean;
}

/**
 * Of whom a question tells: of the customers in its columns of type `customer`, or the one it is asked about; of those
 * in its parameter `scope`; of nobody (`scope none`); or of everybody, as a total does.
 */
export type TellsOf = 'customers' | 'scope' | 'nobody' | 'everybody';

/** One file of the Cypher library: what its header declares, and the text that runs. */
export interface Statement {
  readonly name: string;
  readonly title: string;
  /** The same in Chinese; of every published question. */
  readonly titleZh: string | null;
  readonly mode: Mode;
  readonly params: readonly Param[];
  readonly rows: readonly Column[];
  readonly needs: readonly string[];
  readonly api: string | null;
  readonly roles: readonly Role[];
  readonly tellsOf: TellsOf;
  readonly phrase: string | null;
  /** The same in Chinese, with the same parameters. */
  readonly phraseZh: string | null;
  /** What to begin with: a value for each parameter, as Cypher writes it. */
  readonly tried: ReadonlyMap<string, string>;
  /** The Cypher without header and without the closing semicolon. */
  readonly text: string;
}

interface Line {
  readonly key: string;
  readonly rest: string;
  readonly where: string;
  readonly fields: Field[];
}

/** The parameter that nobody gives: the rows a viewer may see, null for all. */
export const SCOPE_PARAM = 'scope';

const KEYS = ['mode', 'param', 'row', 'needs', 'api', 'titleZh', 'for', 'scope', 'phrase', 'phraseZh', 'try', '.'];

/** Reads a file of the library. Throws SETUP naming file and line when the header breaks the form. */
export function parseStatement(name: string, source: string): Statement {
  const all = source.split('\n');
  const end = all.findIndex((line) => !line.startsWith('//'));
  const comments = all.slice(0, end === -1 ? all.length : end).map((line) => line.replace(/^\/\/ ?/, ''));
  const firstKey = comments.findIndex((line) => KEYS.includes(line.split(/\s+/)[0]!) && /^(mode)\s/.test(line));
  if (firstKey < 1) throw broken(`cypher/${name}.cypher`, 'the header needs a title and then a "mode" line');
  const lines = keyLines(name, comments, firstKey);
  const mode = single(lines, 'mode') as Mode | null;
  if (!mode || !MODES.includes(mode)) throw broken(`cypher/${name}.cypher`, `mode must be one of ${MODES.join(', ')}`);
  const params = lines.filter((l) => l.key === 'param').map(parseParam);
  const rows = lines.filter((l) => l.key === 'row').map(parseColumn);
  return {
    name,
    title: comments.slice(0, firstKey).join(' ').trim(),
    titleZh: rest(lines, 'titleZh'),
    mode,
    params,
    rows,
    needs: lines.filter((l) => l.key === 'needs').map((l) => withoutComment(l.rest)),
    api: single(lines, 'api'),
    roles: parseRoles(lines, name),
    tellsOf: single(lines, 'scope') === 'none' ? 'nobody' : tellsOf(params, rows),
    phrase: rest(lines, 'phrase'),
    phraseZh: rest(lines, 'phraseZh'),
    tried: new Map(lines.filter((l) => l.key === 'try').map(parseTried)),
    text: all.slice(comments.length).join('\n').trim().replace(/;\s*$/, ''),
  };
}

function keyLines(name: string, comments: readonly string[], firstKey: number): Line[] {
  const lines: Line[] = [];
  comments.slice(firstKey).forEach((comment, offset) => {
    const where = `cypher/${name}.cypher:${firstKey + offset + 1}`;
    const match = /^(\S+)\s+(.*)$/.exec(comment.trim());
    if (!match || !KEYS.includes(match[1]!)) throw broken(where, `a header line must start with ${KEYS.join(', ')}`);
    if (match[1] !== '.') lines.push({ key: match[1]!, rest: match[2]!.trim(), where, fields: [] });
    else addField(lines.at(-1), match[2]!.trim(), where);
  });
  return lines;
}

function addField(owner: Line | undefined, rest: string, where: string): void {
  if (!owner || !['param', 'row'].includes(owner.key))
    throw broken(where, 'a "." line belongs below a param or row of type record');
  const { name, type, about } = nameTypeAbout(rest, where);
  owner.fields.push({ name, type: parseType(type, where), about });
}

function parseParam(line: Line): Param {
  const { name, type, about, literal } = nameTypeAbout(line.rest, line.where);
  const parsed = parseType(type, line.where, line.fields);
  return { name, type: parsed, about, defaultValue: literal === null ? undefined : parseLiteral(literal, line.where) };
}

/** `:param name => value;`, which Neo4j Browser and cypher-shell take as it is pasted (docs/data/surprises.md says why). */
function parseTried({ rest, where }: Line): [string, string] {
  const match = /^:param (\w+) => ([^{\s].*);$/.exec(rest);
  if (!match) throw broken(where, 'a "try" line is written :param name => value; and a map ({…})');
  return [match[1]!, match[2]!];
}

function parseColumn(line: Line): Column {
  const { name, type, about } = nameTypeAbout(line.rest, line.where);
  return { name, type: parseType(type, line.where, line.fields), about, unique: /^unique\b/.test(about) };
}

function nameTypeAbout(
  rest: string,
  where: string,
): { name: string; type: string; about: string; literal: string | null } {
  const match = /^(\w+)\s+([\w<>?]+)(?:\s+=\s+('[^']*'|"[^"]*"|\[[^\]]*\]|\S+))?(?:\s+(.*))?$/.exec(rest);
  if (!match) throw broken(where, 'expected: name type [= default]  meaning');
  return { name: match[1]!, type: match[2]!, literal: match[3] ?? null, about: match[4]?.trim() ?? '' };
}

function parseLiteral(literal: string, where: string): unknown {
  try {
    return JSON.parse(literal.replaceAll("'", '"'));
  } catch {
    throw broken(where, `the default ${literal} is not a JSON value`);
  }
}

function parseRoles(lines: readonly Line[], name: string): Role[] {
  const named = lines.filter((l) => l.key === 'for').flatMap((l) => l.rest.split(/\s+/));
  const unknown = named.find((role) => !(ROLES as readonly string[]).includes(role));
  if (unknown) throw broken(`cypher/${name}.cypher`, `unknown role "${unknown}" on the "for" line`);
  return named as Role[];
}

/** A row with a customer's column tells of that customer; a question about one customer tells of them. */
function tellsOf(params: readonly Param[], rows: readonly Column[]): TellsOf {
  if (params.some(({ name }) => name === SCOPE_PARAM)) return 'scope';
  return [...params, ...rows].some(({ type }) => type.kind === 'customer') ? 'customers' : 'everybody';
}

function single(lines: readonly Line[], key: string): string | null {
  return rest(lines, key)?.split(/\s+/)[0] ?? null;
}

function rest(lines: readonly Line[], key: string): string | null {
  return lines.find((l) => l.key === key)?.rest ?? null;
}

function withoutComment(text: string): string {
  return text.split(/\s{2,}/)[0]!;
}

function broken(where: string, what: string): AppError {
  return new AppError(
    'SETUP',
    `${where}: ${what}`,
    'compare with another file of cypher/; cypher/README.md explains the header',
  );
}

export type { Field };
