import type { CypherType } from '../../graph/library/cypher-type.js';
import type { Param, Statement } from '../../graph/library/header.js';
import { withLiterals } from '../../graph/library/literals.js';
import { AppError } from '../../kernel/error.js';
import type { Language } from '../../kernel/language.js';

/** A search phrase as Bloom keeps it: its words, its parameters, the Cypher that it runs. */
export interface Phrase {
  readonly text: string;
  readonly params: readonly PhraseParam[];
  readonly cypher: string;
}

interface PhraseParam {
  readonly name: string;
  readonly dataType: 'String' | 'Integer' | 'Float' | 'Boolean';
  /** Where Bloom takes its suggestions from while somebody types. */
  readonly suggestionLabel: string | null;
  readonly suggestionProp: string | null;
}

/** The parameter by which Bloom hands in what is selected: a list of element ids. */
const SELECTED = 'nodes';

/** Whether a picture is asked about what is selected in the scene. */
export function isSceneAction({ params }: Statement): boolean {
  return params.some(({ name }) => name === SELECTED);
}

/**
 * A picture with a `phrase` line in Bloom's form. Bloom asks for what the phrase names as `$name`, the others keep
 * their defaults, written into the text. Throws SETUP where the language has no phrase, for a required parameter that
 * the phrase does not name, and for one that nothing is suggested for.
 */
export function phraseOf(statement: Statement, language: Language): Phrase {
  const { name: file, params } = statement;
  const phrase = language === 'zh' ? statement.phraseZh : statement.phrase;
  if (phrase === null) throw broken(file, 'it has a phrase in one language only: `phrase` or `phraseZh`');
  const asked = [...phrase.matchAll(/\$(\w+)/g)].map(([, name]) => paramNamed(statement, name!));
  const silent = params.find((one) => one.defaultValue === undefined && one.name !== SELECTED && !asked.includes(one));
  if (silent) throw broken(file, `its phrase does not ask for ${silent.name}, which has no default`);
  const cypher = withLiterals(statement, (param) => {
    if (param.name === SELECTED) return `$${SELECTED}`;
    return asked.includes(param) ? askedFor(param) : undefined;
  });
  return { text: phrase, params: asked.map((param) => paramOf(param, file)), cypher };
}

function paramNamed({ name: file, params }: Statement, name: string): Param {
  const found = params.find((param) => param.name === name);
  if (found) return found;
  throw broken(file, `its phrase asks for $${name}, which is no parameter`);
}

/** Bloom hands in single values: several come as one text with commas. */
function askedFor({ name, type }: Param): string {
  return type.kind === 'list' ? `split($${name}, ',')` : `$${name}`;
}

/** What a parameter of this name is the key of. */
const SUGGESTED: Readonly<Record<string, readonly [label: string, property: string]>> = {
  customer: ['Profiled', 'id'],
  customerId: ['Profiled', 'id'],
  customerIds: ['Profiled', 'id'],
  community: ['Community', 'id'],
  company: ['Company', 'id'],
  interest: ['Interest', 'name'],
  segment: ['Segment', 'id'],
};

function paramOf({ name, type }: Param, file: string): PhraseParam {
  const [suggestionLabel = null, suggestionProp = null] = SUGGESTED[name] ?? [];
  const dataType = dataTypeOf(type);
  if (dataType === 'String' && suggestionLabel === null)
    throw broken(file, `nothing is suggested for $${name}; SUGGESTED in src/packs/bloom/phrases.ts does not know it`);
  return { name: `$${name}`, dataType, suggestionLabel, suggestionProp };
}

function dataTypeOf({ kind }: CypherType): PhraseParam['dataType'] {
  if (kind === 'integer') return 'Integer';
  if (kind === 'float') return 'Float';
  return kind === 'boolean' ? 'Boolean' : 'String';
}

function broken(file: string, what: string): AppError {
  return new AppError('SETUP', `cypher/${file}.cypher: ${what}`, 'compare its phrase with that of another picture');
}
