import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import neo4j, { type Record as Row } from 'neo4j-driver';
import type { Graph } from '../../src/graph/graph.js';
import { favourites } from '../../src/packs/browser/favourites.js';
import { beginWith, dashboard, perspective } from '../../src/packs/index.js';
import { parseCsv } from '../seed/read-csv.js';
import { servicesWith } from '../setup/world.js';

/** Every phrase, action, report and favourite of the packs, run as the tool would run it, on the made world. */
export function packsShowSomething(graphOf: () => Graph, world: string): void {
  let names: ReadonlySet<string>;

  beforeAll(() => {
    const people = parseCsv(readFileSync(join(world, 'customers.csv'), 'utf8'));
    const fields = ['name', 'phone', 'email', 'wechat', 'weibo', 'linkedin', 'address'];
    names = new Set(
      people.flatMap((row) => fields.map((field) => row[field] ?? '').filter((value) => value.length > 1)),
    );
  });

  test('every search phrase and scene action of Bloom shows a picture, and nobody in person', async () => {
    const graph = graphOf();
    const { templates, sceneActions, categories } = await perspective(servicesWith(graph), 'analyst', 'en');
    const shown = new Map<string, Row[]>();
    for (const { text, cypher, params } of templates)
      shown.set(text, await firstWithRows(graph, cypher, await suggestions(graph, params)));
    const [selected] = await read(graph, SELECTED);
    for (const { name, cypher } of sceneActions)
      shown.set(name, await read(graph, cypher, { nodes: selected!.get('nodes') }));
    expect([...shown].filter(([, rows]) => rows.length === 0).map(([name]) => name)).toEqual([]);
    const elements = [...shown.values()].flat().flatMap((row) => [...row.values()].flatMap(elementsOf));
    const values = elements.flatMap((element) => shownValues(element, categories));
    expect(values.length).toBeGreaterThan(1000);
    expect(values.filter((value) => names.has(value))).toEqual([]);
  });

  test('every report of NeoDash has rows, and nobody in person', async () => {
    const graph = graphOf();
    const { pages, settings } = await dashboard(servicesWith(graph), 'en');
    expect(Object.values(settings.parameters).filter((value) => value === null)).toEqual([]);
    for (const { title, query } of pages.flatMap(({ reports }) => reports)) {
      const rows = await read(graph, query, { ...settings.parameters, input: '' });
      expect([title, rows.length > 0]).toEqual([title, true]);
      expect([title, rows.flatMap((row) => [...row.values()]).filter((value) => names.has(String(value)))]).toEqual([
        title,
        [],
      ]);
    }
  });

  test('every favourite of Neo4j Browser runs as it is, most with rows', async () => {
    const graph = graphOf();
    const all = favourites(graph.library, await beginWith(graph));
    const empty: string[] = [];
    for (const { path, text } of all) if ((await read(graph, text)).length === 0) empty.push(path);
    expect({ all: all.length, empty: empty.length < all.length / 4 ? [] : empty }).toEqual({
      all: all.length,
      empty: [],
    });
  });
}

/** Some whom others brought, as an analyst would select them. */
const SELECTED = `MATCH (c:Profiled)<-[:REFERRED]-() WITH c ORDER BY c.influence DESC LIMIT 8
  RETURN collect(elementId(c)) AS nodes`;

interface Element {
  readonly labels?: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Nodes and relationships of a value; fails for what Bloom cannot draw. */
function elementsOf(value: unknown): Element[] {
  if (neo4j.isPath(value))
    return [value.start, ...value.segments.flatMap(({ relationship, end }) => [relationship, end])];
  expect(neo4j.isNode(value) || neo4j.isRelationship(value)).toBe(true);
  return [value as Element];
}

type Categories = Awaited<ReturnType<typeof perspective>>['categories'];

/** What Bloom shows of an element: the values of its first category's properties that are not excluded. */
function shownValues({ labels, properties }: Element, categories: Categories): string[] {
  if (!labels) return Object.values(properties).map(String);
  const category = categories.find((one) => one.labels.some((label) => labels.includes(label)));
  if (!category) return []; // uncategorised data is hidden
  const excluded = category.properties.filter(({ exclude }) => exclude).map(({ name }) => name);
  return Object.entries(properties).flatMap(([name, value]) => (excluded.includes(name) ? [] : [String(value)]));
}

type Params = Awaited<ReturnType<typeof perspective>>['templates'][number]['params'];

/**
 * What somebody would choose for the parameters of a phrase: for each the first of what Bloom suggests, all of one row
 * together.
 */
async function suggestions(graph: Graph, params: Params): Promise<Record<string, unknown>[]> {
  if (params.length === 0) return [{}];
  const lists: (readonly string[])[] = [];
  for (const { suggestionLabel, suggestionProp } of params) {
    const rows = await read(
      graph,
      `MATCH (n:${suggestionLabel}) WHERE n.${suggestionProp} IS NOT NULL
       WITH n ORDER BY coalesce(n.influence, n.size, 0) DESC LIMIT 40 RETURN n.${suggestionProp} AS value`,
    );
    lists.push(rows.map((row) => row.get('value') as string));
  }
  const [first, second] = lists;
  const pairs = first!.flatMap((one) => (second ?? [undefined]).slice(0, 5).map((other) => [one, other]));
  return pairs.map((values) => Object.fromEntries(params.map(({ name }, at) => [name.slice(1), values[at]])));
}

async function firstWithRows(graph: Graph, cypher: string, given: readonly Record<string, unknown>[]): Promise<Row[]> {
  for (const params of given) {
    const rows = await read(graph, cypher, params);
    if (rows.length > 0) return rows;
  }
  return [];
}

async function read(graph: Graph, cypher: string, params: object = {}): Promise<Row[]> {
  const { records } = await graph.driver.executeQuery(cypher, params, { database: graph.database, routing: 'READ' });
  return records;
}
