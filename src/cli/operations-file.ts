import { type Operation, operationsOf, pictureOperation } from '../api/gate/operations.js';
import { endpoints, signedEndpoints } from '../api/http/endpoints.js';
import { publishedQuestions } from '../api/schema/published.js';
import type { Statement } from '../graph/library/header.js';
import type { Library } from '../graph/library/library.js';
import { ROLES } from '../kernel/role.js';
import type { Command } from './command.js';
import { OPEN_DOORS } from './permitted.js';

const PREFACE = `# Who may ask what

Made from the declarations by \`npm run cypher:types\`; do not edit. Each operation declares its roles once: a question on its
\`for\` line, an area's operation by \`@for\` in its schema.graphql. REST endpoints and commands are doors to operations and have
no roles of their own. A policy narrows this table and opens nothing ([access](access.md)). *Limited*: what a viewer of limited
rows (a department, or a purpose that needs consent) may ask; customers out of their rows are left out of the answer.
Generated reads are for every role, but those that \`reads\` of the policy narrows.
`;

/**
 * The committed table of roles by operations with the doors to each: its path below the root and the text it must hold.
 */
export function operationsFile(library: Library, commands: readonly Command[]): { path: string; text: string } {
  const operations = [...operationsOf(library).values()].sort((a, b) => (a.name < b.name ? -1 : 1));
  const doors = doorsOf(library, commands);
  const section = (title: string, kind: Operation['kind']) =>
    `\n## ${title}\n\n${tableOf(
      operations.filter((operation) => operation.kind === kind),
      doors,
    )}`;
  const sections = [
    section('Queries', 'query'),
    section('Mutations', 'mutation'),
    section('Pictures', 'picture'),
    section('Pages', 'page'),
  ];
  return { path: 'docs/privacy/operations.md', text: PREFACE + sections.join('') };
}

function tableOf(operations: readonly Operation[], doors: ReadonlyMap<string, readonly string[]>): string {
  const lines = operations.map(({ name, roles, limited }) => {
    const cells = ROLES.map((role) => (roles.includes(role) ? '✓' : ''));
    return `| ${[name, ...cells, limited ? '✓' : '', (doors.get(name) ?? []).join(', ')].join(' | ')} |`;
  });
  const head = ['operation', ...ROLES, 'limited', 'other doors'];
  return `| ${head.join(' | ')} |\n|${head.map(() => '---|').join('')}\n${lines.join('\n')}\n`;
}

/** The doors to each operation besides GraphQL. */
function doorsOf(library: Library, commands: readonly Command[]): ReadonlyMap<string, readonly string[]> {
  const doors: [string, string][] = [
    ...[...publishedQuestions(library)].flatMap(([api, { name }]): [string, string][] => [
      [api, `GET /api/questions/${api}`],
      [api, `\`guanxi cypher run ${name}\``],
    ]),
    ...endpoints.map((endpoint): [string, string] => [endpoint.operation, restDoor(endpoint)]),
    ...signedEndpoints.map(({ method, path, operation }): [string, string] => {
      return [operation, `${method.toUpperCase()} ${path} (signed, without a token)`];
    }),
    ...commands.flatMap(({ name, door }): [string, string][] =>
      door && !OPEN_DOORS.includes(door) ? [[door, `\`guanxi ${name}\``]] : [],
    ),
    ...[...library.values()].flatMap(pictureDoors),
    ['metrics', 'GET /metrics'],
  ];
  const found = new Map<string, string[]>();
  for (const [name, door] of doors) found.set(name, [...(found.get(name) ?? []), door]);
  return found;
}

function restDoor({ method, path, limited }: (typeof endpoints)[number]): string {
  return `${method.toUpperCase()} ${path}${limited === false ? ' (not limited)' : ''}`;
}

function pictureDoors({ mode, roles, name }: Statement): [string, string][] {
  if (mode !== 'picture' || roles.length === 0) return [];
  return [[pictureOperation(name), `GET /api/pictures/${name.replace(/\.picture$/, '')}`]];
}
