import type { Statement } from '../../graph/library/header.js';

/** Neo4j Browser puts `arg` into its editor; the parameters come first, since the file needs them. */
export function browserLink(httpUrl: string, statement: Statement): string {
  const lines = statement.example ? [statement.example, `${statement.text};`] : [`${statement.text};`];
  return `${httpUrl.replace(/\/$/, '')}/browser/?cmd=edit&arg=${encodeURIComponent(lines.join('\n'))}`;
}
