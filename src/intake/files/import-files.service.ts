import { join } from 'node:path';
import { withLease } from '../../graph/lease.js';
import { AppError } from '../../kernel/error.js';
import { noteLookupKeys, noteMasterKey, type Services } from '../../security/index.js';
import { zoneOf } from '../rows/intake-rows.service.js';
import { ioOf } from '../rows/outcome.js';
import { canonicalSteps, inOrder } from './canonical.js';
import { readMapping } from './mapping.js';
import { rejectsStep } from './rejects.js';
import type { FileReport, ImportReport } from './report.js';
import { runStep, type StepProgress } from './run-step.js';
import { checkSource } from './source.js';
import type { Step } from './step.js';

export interface ImportOptions {
  /** Files with canonical headers, known by their names. */
  readonly files?: readonly string[];
  /** A mapping file, over the files in `dir`. */
  readonly mapping?: string;
  readonly dir?: string;
  /** A corrected rejects file. */
  readonly rejects?: string;
  /** Where rejected rows go; by default `rejects/` in GUANXI_HOME. */
  readonly rejectsFolder?: string;
  readonly onProgress?: (progress: StepProgress) => void;
  /** Ends the import between two batches. */
  readonly signal?: AbortSignal;
}

/**
 * Imports files into the graph, one import at a time over all servers. Safe to repeat and to interrupt. Wrong rows go
 * to a rejects file and are counted, the rest goes in. Throws INPUT on a wrong mapping, name or encoding before
 * anything is written, on a wrong header before anything of that file is.
 */
export async function importFiles(services: Services, options: ImportOptions): Promise<ImportReport> {
  const began = performance.now();
  const steps = inOrder(await stepsOf(options));
  const rejectsFolder = options.rejectsFolder ?? join(services.home, 'rejects');
  const files = await withLease(services.graph, { id: 'import', seconds: 10, waitMs: 15_000 }, () =>
    runAll(services, steps, { ...options, rejectsFolder, startedAt: services.clock.now(), zone: zoneOf(services) }),
  );
  const sum = (name: 'rows' | 'rejected') => files.reduce((total, file) => total + file[name], 0);
  return { files, rows: sum('rows'), rejected: sum('rejected'), seconds: (performance.now() - began) / 1000 };
}

async function stepsOf({ files = [], mapping, dir, rejects }: ImportOptions): Promise<Step[]> {
  const steps = [
    ...canonicalSteps(files),
    ...(mapping === undefined ? [] : readMapping(mapping, dir ?? '.')),
    ...(rejects === undefined ? [] : [await rejectsStep(rejects, dir)]),
  ];
  if (steps.length > 0) return steps;
  throw new AppError('INPUT', 'nothing to import', 'name files, or --mapping FILE DIR, or --rejects FILE');
}

async function runAll(
  services: Services,
  steps: readonly Step[],
  options: Parameters<typeof runStep>[2],
): Promise<FileReport[]> {
  const io = ioOf(services);
  await noteMasterKey(io.graph, io.vault);
  await noteLookupKeys(services);
  for (const { path, format, lookups } of steps)
    for (const file of [{ path, format }, ...lookups]) await checkSource(file.path, file.format);
  const reports: FileReport[] = [];
  for (const step of steps) reports.push(await runStep(io, step, options));
  return reports;
}
