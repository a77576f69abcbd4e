import type { Statement } from '../../graph/library/header.js';
import { asTried } from '../../graph/library/literals.js';

/**
 * Opens a question in the editor of Neo4j Browser, with the values of its `try` lines in the place of its parameters:
 * one statement shows its rows at once, where `:param` lines ahead of it make a list of commands to unfold.
 */
export function browserLink(httpUrl: string, statement: Statement): string {
  return `${httpUrl.replace(/\/$/, '')}/browser/?cmd=edit&arg=${encodeURIComponent(`${asTried(statement)};`)}`;
}
