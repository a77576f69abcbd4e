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
  await graph.write('analysis/responses', { halfLife: options.halfLife });
  const [cuts] = await graph.read('analysis/influence-cuts', { halves });
  const { reach, brokerage, response, conversion } = options.weights;
  await graph.write('analysis/influence-save', {
    run: runId,
    factor,
    halves,
    reach: cuts?.reach ?? NONE,
    brokerage: cuts?.brokerage ?? NONE,
    response: cuts?.response ?? NONE,
    conversion: cuts?.conversion ?? NONE,
    wReach: reach,
    wBrokerage: brokerage,
    wResponse: response,
    wConversion: conversion,
  });
  return {
    standardError: halves ? (cuts?.difference ?? 0) * factor : 0,
    quantiles: { reach: cuts?.reach ?? NONE, response: cuts?.response ?? NONE },
  };
}
