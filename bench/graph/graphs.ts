import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type AnalysisReport, runAnalysis } from '../../src/analysis/index.js';
import type { CliContext } from '../../src/cli/context.js';
import { formatRows } from '../../src/cli/table.js';
import { importFiles } from '../../src/intake/index.js';
import { checked } from '../../src/kernel/checked.js';
import type { Services } from '../../src/security/services.js';
import { emptyGraph, withBenchDatabase } from '../database.js';
import { type OutsideGraph, readEdges, readMetis, writeCanonical } from './graph-files.js';
import { graphalytics } from './graphalytics.js';

const bounds = z.object({ data: z.string().min(1), only: z.string().default('') });

/** One figure of the product beside its reference. */
export interface Figure {
  readonly graph: string;
  readonly figure: string;
  readonly product: number | string;
  readonly reference: number | string;
  readonly equal: string;
}

/** Imports a network through the product's own import, analyses it by the product's own run, and hands it to `look`. */
export type Analysed = <T>(
  graph: OutsideGraph | readonly string[],
  look: (report: AnalysisReport) => Promise<T>,
) => Promise<T>;

/**
 * `npm run bench -- graphs --data DIR [--only NAME]`: networks of record through import and analysis, each figure
 * beside its reference (definitions.md).
 */
export async function run(args: string[], context: CliContext): Promise<void> {
  const options = { data: { type: 'string' }, only: { type: 'string' } } as const;
  const { data, only } = checked(bounds, parseArgs({ args, options }).values, 'bench graphs');
  const folder = await mkdtemp(join(tmpdir(), 'guanxi-bench-'));
  try {
    await withBenchDatabase(context, async (services) => {
      const analysed = analysing(services, folder);
      const figures = [
        ...(await ofRecord(services, analysed, { data, only })),
        ...('graphalytics'.includes(only) ? await graphalytics(services, analysed, join(data, 'graphalytics')) : []),
      ];
      context.out(formatRows(figures as unknown as Record<string, unknown>[], 'table'));
      const off = figures.filter(({ equal }) => equal === 'NO').length;
      context.out(`${figures.length} figures, ${off} off`);
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function analysing(services: Services, folder: string): Analysed {
  return async (graph, look) => {
    await emptyGraph(services.graph);
    const files = 'nodes' in graph ? await writeCanonical(graph, folder) : graph;
    const { rejected } = await importFiles(services, { files, rejectsFolder: join(folder, 'rejects') });
    if (rejected > 0) throw new Error(`${rejected} rows rejected`);
    return look(await runAnalysis(services));
  };
}

interface Reference {
  readonly name: string;
  readonly read: (data: string) => Promise<OutsideGraph | readonly string[]>;
  readonly modularity?: number;
  readonly triangles: number;
}

const facts = (name: string) => ['customers', 'ties', 'consents'].map((file) => `seed/facts/${name}/${file}.csv`);
const inGraphs = (name: string, read: (file: string) => Promise<OutsideGraph>) => (data: string) =>
  read(join(data, 'graphs', name));

const REFERENCES: readonly Reference[] = [
  { name: 'karate', read: async () => facts('karate'), modularity: 0.4198, triangles: 45 },
  { name: 'karate (METIS)', read: inGraphs('karate.graph', readMetis), modularity: 0.4198, triangles: 45 },
  { name: 'les-miserables', read: async () => facts('les-miserables'), triangles: 467 },
  { name: 'jazz', read: inGraphs('jazz.graph', readMetis), modularity: 0.4451, triangles: 17_899 },
  { name: 'PGP', read: inGraphs('PGPgiantcompo.graph', readMetis), modularity: 0.8865, triangles: 54_788 },
  { name: 'lastfm', read: inGraphs('lastfm/edges.csv', readEdges), modularity: 0.8182, triangles: 40_433 },
  { name: 'email-Eu-core', read: inGraphs('email-Eu-core.txt', readEdges), modularity: 0.4175, triangles: 105_461 },
];

interface Chosen {
  readonly data: string;
  /** Part of the names of the networks that are asked for; empty for all. */
  readonly only: string;
}

async function ofRecord(services: Services, analysed: Analysed, { data, only }: Chosen): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const { name, read, modularity, triangles } of REFERENCES.filter((one) => one.name.includes(only)))
    await analysed(await read(data), async (report) => {
      figures.push(exact(name, 'triangles', report.triangles, triangles));
      if (modularity !== undefined) figures.push(near(name, 'modularity', report.modularity, modularity, 0.005));
      if (name.startsWith('karate')) figures.push(...(await karate(services, name)));
      if (name === 'les-miserables') figures.push(...(await valjean(services)));
    });
  return figures;
}

/** First and last member: degree, betweenness without sharing out (528 pairs), PageRank. */
async function karate(services: Services, name: string): Promise<Figure[]> {
  const rows = await scoresOf(services);
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const pairs = (33 * 32) / 2;
  return [
    exact(name, 'degree of the first', first.degree, 16),
    exact(name, 'degree of the last', last.degree, 17),
    near(name, 'betweenness of the first', first.betweenness * pairs, 231.071, 0.001),
    near(name, 'betweenness of the last', last.betweenness * pairs, 160.552, 0.001),
    near(name, 'PageRank of the first', first.pageRank, 0.097, 0.00005),
    near(name, 'PageRank of the last', last.pageRank, 0.1009, 0.00005),
  ];
}

/** Valjean's betweenness, as every textbook computes it on Knuth's network (36 neighbours, .5700). */
async function valjean(services: Services): Promise<Figure[]> {
  const most = (await scoresOf(services)).reduce((best, row) => (row.degree > best.degree ? row : best));
  return [
    exact('les-miserables', 'largest degree', most.degree, 36),
    near('les-miserables', 'its betweenness', most.betweenness, 0.57, 0.0005),
  ];
}

export interface ScoreRow {
  readonly id: string;
  readonly degree: number;
  readonly betweenness: number;
  readonly pageRank: number;
  readonly clustering: number;
  readonly component: string;
}

/** Scores of everyone, by id as a number where ids are. */
export async function scoresOf({ graph }: Services): Promise<ScoreRow[]> {
  const { records } = await graph.driver.executeQuery(
    `MATCH (c:Profiled)
     RETURN c.id AS id, toFloat(c.degree) AS degree, c.betweenness AS betweenness, c.pageRank AS pageRank, c.clustering AS clustering,
       toString(c.component) AS component`,
    {},
    { database: graph.database },
  );
  const rows = records.map((record) => record.toObject() as unknown as ScoreRow);
  return rows.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

/** A figure that has to be the same. */
export function exact(graph: string, figure: string, product: number, reference: number): Figure {
  return { graph, figure, product, reference, equal: product === reference ? 'yes' : 'NO' };
}

/** A figure that may be off by `by`, above or below. */
export function near(graph: string, figure: string, product: number, reference: number, by: number): Figure {
  const off = Math.abs(product - reference);
  return {
    graph,
    figure,
    product: Number(product.toPrecision(6)),
    reference,
    equal: off <= by ? `yes (± ${by})` : 'NO',
  };
}
