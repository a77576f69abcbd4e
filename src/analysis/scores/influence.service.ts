import { withProjection } from '../../graph/projection.js';
import { writtenBy } from '../../scores/index.js';
import { type Columns, columnsOf } from '../run/columns.js';
import type { RunContext } from '../run/run-context.js';
import type { Figures } from '../run/steps.service.js';
import { shareFactor } from './betweenness.js';
import { differenceOf, type Index, influenceIndex, quantilesOf } from './influence-index.js';
import type { Quantiles } from './role-cuts.js';

export interface SavedScores {
  /** Measured standard error of betweenness, a share; 0 when exact. */
  readonly standardError: number;
  readonly quantiles: Quantiles;
}

/**
 * As many customers at a time write two connections side by side; each is one transaction, which larger ones make
 * slower (garbage).
 */
const LANES = ['guanxi-scores-1', 'guanxi-scores-2'];

/** Tells the influence index of everybody in the graph in memory, and writes all scores in one go. */
export async function saveScores(context: RunContext, name: string, figures: Figures): Promise<SavedScores> {
  const { graph, options } = context;
  await graph.write('analysis/steps/influence/responses', { halfLife: options.halfLife });
  const read = await readColumns(context, name, figures);
  const columns = { ...read, pageRank: read.pageRank.map(steady), paths: read.paths.map(steady) };
  const index = influenceIndex(columns, options.weights);
  const factor = shareFactor(figures.nodes, figures.plan.samples);
  const betweenness = columns.paths.map((paths) => steady(paths * factor));
  const close = figures.plan.exact;
  await writeScores(context, { name, close, columns, scores: { ...index, betweenness, pageRank: columns.pageRank } });
  await writeAnswers(context, columns, index);
  if (!close && columns.close > 0) await graph.write('analysis/steps/scores/closeness-clear', {});
  return {
    standardError: columns.halves === null ? 0 : differenceOf(...columns.halves) * factor,
    quantiles: { reach: quantilesOf(columns.pageRank), response: quantilesOf(columns.reactions) },
  };
}

async function readColumns({ graph }: RunContext, name: string, { counted }: Figures): Promise<Columns> {
  const rows = await graph.read('analysis/steps/influence/score-columns', {
    graph: name,
    counted: counted === null,
  });
  return columnsOf(rows, counted);
}

interface Told {
  readonly name: string;
  /** Whether closeness was measured. */
  readonly close: boolean;
  readonly columns: Columns;
  readonly scores: Index & { readonly betweenness: Float64Array; readonly pageRank: Float64Array };
}

async function writeScores({ graph }: RunContext, { name, close, columns, scores }: Told): Promise<void> {
  const left = [...columns.parts];
  const written = writtenBy('analysis/steps/scores/save').filter((name) => close || name !== 'harmonicCloseness');
  const lane = async (into: string) => {
    for (let part = left.shift(); part !== undefined; part = left.shift()) {
      const { from, nodes } = part;
      const of = (values: Float64Array) => Array.from(values.subarray(from, from + nodes.length));
      const told = {
        pageRank: of(scores.pageRank),
        betweenness: of(scores.betweenness),
        reach: of(scores.reach),
        brokerage: of(scores.brokerage),
        influence: of(scores.influence),
      };
      await withProjection(graph, into, async () => {
        await graph.read('analysis/steps/influence/score-project', { graph: name, into, close, nodes, ...told });
        await graph.write('analysis/steps/scores/save', { graph: into, scores: written });
      });
    }
  };
  await Promise.all(LANES.map(lane));
}

/**
 * Sums on several threads differ in their last digits from run to run; without these equals stay equals, and what did
 * not change is not rewritten.
 */
function steady(value: number): number {
  return Number(value.toPrecision(12));
}

function writeAnswers({ graph }: RunContext, { answered }: Columns, { response, conversion }: Index): Promise<unknown> {
  const rows = answered.map(({ node, at }) => ({ node, response: response[at]!, conversion: conversion[at]! }));
  return graph.writeBatches('analysis/steps/spread/answers-save', rows, {});
}
