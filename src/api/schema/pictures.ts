import type { Statement } from '../../graph/library/header.js';
import { checkParams, type Library } from '../../graph/library/library.js';
import type { Drawing, DrawnNode, DrawnTie } from '../../kernel/drawing.js';
import { AppError } from '../../kernel/error.js';
import { outOfScope, type Services } from '../../security/index.js';
import { ask } from '../gate/gate.js';
import { withoutHidden } from '../gate/hidden-columns.js';
import { operationsOf, pictureOperation } from '../gate/operations.js';
import { paramsFromQuery, type QueryText } from '../http/query-params.js';

/** More than this no page can draw, and no eye can read. */
export const MOST_DRAWN_NODES = 2000;

/** What a drawing may show: nothing that names or reaches a person. Anything not listed here stays in the database. */
const OF_CUSTOMER = [
  'alias',
  'city',
  'ageBand',
  'tier',
  'communityId',
  'influence',
  'reach',
  'response',
  'conversion',
  'brokerage',
  'pageRank',
  'degree',
  'betweenness',
  'closeness',
] as const;
const OF_THING = ['name', 'nameZh', 'city', 'industry', 'kind', 'size'] as const;
/** What kind of thing two accounts share, never which one. */
const OF_IDENTITY = ['kind'] as const;
const OF_TIE = ['closeness', 'kinds', 'weight', 'quantity', 'status', 'level', 'depth'] as const;

/** Labels whose nodes are things, not people: these may show their name and their own id. */
const THINGS = ['Company', 'Product', 'Interest', 'Community', 'Store', 'Category', 'Segment', 'Purpose', 'Campaign'];

/**
 * Runs a picture of the library for the viewer and returns what may be drawn.
 * `name` is the file's name with or without folder and `.picture`; `query` are the texts of a query string.
 * Throws NOT_FOUND, FORBIDDEN (a picture without a `for` line is for nobody), INPUT, TOO_MUCH above 2,000 nodes.
 */
export async function pictureOf(services: Services, name: string, query: QueryText): Promise<Drawing> {
  const { graph } = services;
  const statement = pictureNamed(graph.library, name);
  const operation = operationsOf(graph.library).get(pictureOperation(statement.name))!;
  return ask(services, { operation, args: query }, async () => {
    const params = checkParams(statement, paramsFromQuery(statement, query));
    const path = await graph.picture(statement.name as never, params as never);
    if (path.nodes.length <= MOST_DRAWN_NODES) return inSight(services, drawn(path));
    throw new AppError(
      'TOO_MUCH',
      `${statement.name}: ${path.nodes.length} nodes, more than the ${MOST_DRAWN_NODES} a page can draw`,
      'ask for less: a lower limit, or one community',
    );
  });
}

/** The picture of that name. Throws NOT_FOUND with the names there are, FORBIDDEN when its file names no role. */
export function pictureNamed(library: Library, name: string): Statement {
  const pictures = [...library.values()].filter((statement) => statement.mode === 'picture');
  const bare = (full: string) => full.replace(/\.picture$/, '');
  const found =
    pictures.find((p) => bare(p.name) === bare(name)) ?? pictures.find((p) => bare(p.name).endsWith(`/${bare(name)}`));
  if (!found) {
    const known = pictures.filter((p) => p.roles.length > 0).map((p) => bare(p.name));
    throw new AppError('NOT_FOUND', `no picture "${name}"`, `there are: ${known.join(', ') || 'none yet'}`);
  }
  if (found.roles.length > 0) return found;
  throw new AppError(
    'FORBIDDEN',
    `picture ${found.name} is not published`,
    'add a `for` line with roles to its header, or run it in Neo4j Browser',
  );
}

/** The drawing without the customers this viewer may not see, and without what the policy hides of the others. */
async function inSight(services: Services, { nodes, ties }: Drawing): Promise<Drawing> {
  const people = nodes.filter(({ labels }) => labels.includes('Customer')).map(({ id }) => id);
  const hidden = await outOfScope(services, people);
  return {
    nodes: nodes
      .filter(({ id }) => !hidden.has(id))
      .map((node) => ({ ...node, properties: withoutHidden(services.viewer, node.properties) })),
    ties: ties.filter(({ from, to }) => !hidden.has(from) && !hidden.has(to)),
  };
}

/** Paths as a drawing: whitelisted properties only, and the database's own ids replaced. */
export function drawn(path: Drawing): Drawing {
  const idOf = new Map(path.nodes.map((node, index) => [node.id, outerId(node, index)]));
  const ties = path.ties.filter((tie) => idOf.has(tie.from) && idOf.has(tie.to));
  return {
    nodes: path.nodes.map((node) => ({
      id: idOf.get(node.id)!,
      labels: node.labels,
      properties: picked(node.properties, allowedOn(node)),
    })),
    ties: ties.map((tie, index) => drawnTie(tie, index, idOf)),
  };
}

function drawnTie(tie: DrawnTie, index: number, idOf: ReadonlyMap<string, string>): DrawnTie {
  return {
    id: `t${index}`,
    from: idOf.get(tie.from)!,
    to: idOf.get(tie.to)!,
    type: tie.type,
    properties: picked(tie.properties, OF_TIE),
  };
}

function allowedOn(node: DrawnNode): readonly string[] {
  if (node.labels.includes('Customer')) return OF_CUSTOMER;
  if (node.labels.includes('Identity')) return OF_IDENTITY;
  return isThing(node) ? OF_THING : [];
}

function isThing(node: DrawnNode): boolean {
  return node.labels.some((label) => THINGS.includes(label));
}

function outerId(node: DrawnNode, index: number): string {
  const own = node.properties.id;
  if (typeof own !== 'string') return `n${index}`;
  if (node.labels.includes('Customer')) return own;
  return isThing(node) ? `${node.labels.find((label) => THINGS.includes(label))}:${own}` : `n${index}`;
}

function picked(properties: Readonly<Record<string, unknown>>, allowed: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(allowed.filter((key) => properties[key] != null).map((key) => [key, properties[key]]));
}
