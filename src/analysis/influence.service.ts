import { shareFactor } from './betweenness.js';
import type { Quantiles } from './role-cuts.js';
import type { Figures, RunContext } from './steps.service.js';

export interface SavedInfluence {
  /** Measured standard error of betweenness, a share; 0 when exact. */
  readonly standardError: number;
  /** 1,024 values of PageRank and of reactions per post, smallest first. */
  readonly quantiles: Quantiles;
}

const NONE: readonly number[] = new Array<number>(1024).fill(0);

/**
 * Influence index 0..100 of every customer (definitions.md): the share of customers below in reach, brokerage, response
 * and conversion, by weight.
 */
export async function saveInfluence({ graph, runId, options }: RunContext, figures: Figures): Promise<SavedInfluence> {
  const factor = shareFactor(figures.nodes, figures.plan.samples);
  const halves = !figures.plan.exact;
  const [apart] = await graph.read('analysis/betweenness-error', {});
  await graph.write('analysis/responses', { halfLife: options.halfLife });
  const cuts = new Map((await graph.read('analysis/influence-cuts', { halves })).map((row) => [row.part, row.cuts]));
  const { reach, brokerage, response, conversion } = options.weights;
  await graph.write('analysis/influence-save', {
    run: runId,
    factor,
    halves,
    reach: cuts.get('reach') ?? NONE,
    brokerage: cuts.get('brokerage') ?? NONE,
    response: cuts.get('response') ?? NONE,
    conversion: cuts.get('conversion') ?? NONE,
    wReach: reach,
    wBrokerage: brokerage,
    wResponse: response,
    wConversion: conversion,
  });
  return {
    standardError: halves ? (apart?.difference ?? 0) * factor : 0,
    quantiles: { reach: cuts.get('reach') ?? NONE, response: cuts.get('response') ?? NONE },
  };
}
