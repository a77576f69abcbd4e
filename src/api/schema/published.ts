import type { Statement } from '../../graph/library/header.js';
import type { Library } from '../../graph/library/library.js';
import { AppError } from '../../kernel/error.js';

/** The questions of the library that carry an `api` line, by that name. Throws SETUP when a name is there twice. */
export function publishedQuestions(library: Library): ReadonlyMap<string, Statement> {
  const published = new Map<string, Statement>();
  for (const statement of library.values()) {
    if (statement.api === null || statement.mode !== 'read') continue;
    const other = published.get(statement.api);
    if (other)
      throw new AppError(
        'SETUP',
        `cypher/${statement.name}.cypher: "${statement.api}" is published by ${other.name} already`,
        'give it another name on its `api` line',
      );
    published.set(statement.api, statement);
  }
  return published;
}
