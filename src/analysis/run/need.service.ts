import { peakOf, refuseUnlessFits } from './memory.js';
import type { RunContext } from './run-context.js';

/**
 * Asks GDS what the run would need before anything is loaded. Returns bytes; throws TOO_MUCH when they are not there.
 */
export async function checkMemory(
  { graph, options }: RunContext,
  size: { readonly nodes: number; readonly arcs: number; readonly samples: number },
): Promise<number> {
  const steps = await graph.read('analysis/steps/run/estimate', size);
  const [machine] = await graph.read('analysis/steps/run/machine', {});
  const needed = peakOf(steps, size.nodes);
  refuseUnlessFits(needed, options.memoryMb === undefined ? machine!.heapLeft : options.memoryMb * 2 ** 20);
  return needed;
}
