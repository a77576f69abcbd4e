import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ErrorCode, McpError, type ReadResourceResult, type Resource } from '@modelcontextprotocol/sdk/types.js';
import { packageRoot } from '../../kernel/root.js';

interface Page extends Resource {
  readonly file: string;
}

/** What an agent may read before it asks; nothing in it is about a person. */
const PAGES: readonly Page[] = [
  {
    ...{ uri: 'guanxi://schema', name: 'schema', title: 'The GraphQL schema', mimeType: 'text/plain' },
    ...{ description: 'every operation with its arguments, types and roles', file: 'schema.graphql' },
  },
  {
    ...{ uri: 'guanxi://questions', name: 'questions', title: 'The index of questions', mimeType: 'text/markdown' },
    ...{ description: 'every question by what one wants to know', file: join('cypher', 'README.md') },
  },
  {
    ...{ uri: 'guanxi://scores', name: 'scores', title: 'The scores', mimeType: 'text/markdown' },
    ...{ description: 'what each score means, its range and its formula', file: join('docs', 'data', 'scores.md') },
  },
];

export function resources(): Resource[] {
  return PAGES.map(({ file: _, ...shown }) => shown);
}

/** One of them. Throws the protocol's error where there is none, which says what there is. */
export function readResource(uri: string): ReadResourceResult {
  const page = PAGES.find((one) => one.uri === uri);
  if (!page)
    throw new McpError(ErrorCode.InvalidParams, `no such resource; there are: ${PAGES.map((p) => p.uri).join(', ')}`);
  const text = readFileSync(join(packageRoot, page.file), 'utf8');
  return { contents: [{ uri, mimeType: page.mimeType, text }] };
}
