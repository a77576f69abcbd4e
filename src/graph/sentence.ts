import type { ParamsOf, ReadName, RowOf } from './queries.gen.js';

/** What a row says, in English and in Chinese; neither names a person. */
export interface Sentence {
  readonly why: string;
  readonly whyZh: string;
}

/** The parameters as a statement runs with them: defaults stand where nothing was given. */
export type GivenOf<N extends ReadName> = Required<ParamsOf<N>>;

/** The sentence of a row of each statement that has one, by the statement's name. */
export type Sentences = { readonly [N in ReadName]?: (row: RowOf<N>, params: GivenOf<N>) => Sentence };
