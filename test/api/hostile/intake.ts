import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { importFiles } from '../../../src/intake/files/import-files.service.js';
import { KINDS } from '../../../src/intake/kinds/index.js';
import { KIND_NAMES, type KindName } from '../../../src/intake/kinds/names.js';
import { intakeRows } from '../../../src/intake/rows/intake-rows.service.js';
import { AppError } from '../../../src/kernel/error.js';
import type { Services } from '../../../src/security/services.js';
import { columnTargets, fileOf } from './rows.js';
import { spread } from './target.js';

type Row = Record<string, unknown>;

/**
 * Sends rows with a hostile value in each column of each kind, by calls of the one pipeline and as files. What went
 * wrong: an error that is not the sender's to mend, or a row that is in no count.
 */
export async function intakeFaults(services: Services, asked: { most: number; seed: number }): Promise<string[]> {
  const { places, each } = spread(columnTargets(), asked);
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-hostile-'));
  const faults: string[] = [];
  try {
    for (const kind of KIND_NAMES) {
      const own = places.filter((target) => target.kind === kind);
      const rows = own.flatMap(({ rows: one }, at) => fc.sample(one, { numRuns: each, seed: asked.seed * 1_000 + at }));
      const half = Math.ceil(rows.length / 2);
      if (half > 0) faults.push(...(await byCall(services, kind, rows.slice(0, half))));
      if (half < rows.length) faults.push(...(await byFile(services, kind, { rows: rows.slice(half), folder })));
    }
    return faults;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function byCall(services: Services, kind: KindName, rows: readonly Row[]): Promise<string[]> {
  return told(`${kind} by a call`, async () => {
    const { rejected, damaged: _, ...counts } = await intakeRows(services, kind, rows);
    return Object.values(counts).reduce((sum, count) => sum + count, rejected.length) - rows.length;
  });
}

async function byFile(services: Services, kind: KindName, { rows, folder }: { rows: Row[]; folder: string }) {
  const file = join(folder, `${kind}.csv`);
  writeFileSync(file, fileOf(Object.keys(KINDS[kind].columns), rows));
  return told(`${kind} by a file`, async () => {
    const { files } = await importFiles(services, { files: [file], rejectsFolder: folder });
    const { rows: read, created, updated, unchanged, repeated, added, suppressed, nobody, rejected } = files[0]!;
    return created + updated + unchanged + repeated + added + suppressed + nobody + rejected - read;
  });
}

async function told(what: string, work: () => Promise<number>): Promise<string[]> {
  try {
    const left = await work();
    return left === 0 ? [] : [`${what}: ${left} rows more in the counts than given`];
  } catch (error) {
    const mine = error instanceof AppError && ['INPUT', 'REJECTED_ROWS'].includes(error.kind);
    return [`${what}: ${mine ? 'refused as a whole: ' : ''}${(error as Error).stack?.slice(0, 600)}`];
  }
}
