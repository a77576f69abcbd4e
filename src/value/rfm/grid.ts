import { join } from 'node:path';
import { z } from 'zod';
import { packageRoot } from '../../kernel/root.js';
import { readSettingsFile } from '../../kernel/yaml/yaml-file.js';
import type { Grades } from './rfm.js';
import type { NamedSegment } from './rpackage.js';

/** The grid R × FM of RFM segments, with their names. */
const id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be an id of small letters, digits and - like at-risk');
const row = z.array(id).length(5, 'must be five segments, for FM 5 4 3 2 1');
export const GRID_FILE = z
  .strictObject({
    version: z.literal(1, { error: 'must be 1' }),
    grid: z.strictObject({ 5: row, 4: row, 3: row, 2: row, 1: row }),
    segments: z.record(id, z.strictObject({ name: z.string().min(1).max(100), nameZh: z.string().min(1).max(100) })),
  })
  .superRefine(({ grid, segments }, context) => {
    for (const [r, cells] of Object.entries(grid))
      for (const [at, cell] of cells.entries())
        if (!Object.hasOwn(segments, cell))
          context.addIssue({ code: 'custom', path: ['grid', r, at], message: `segment ${cell} has no names` });
  });
export type GridFile = z.output<typeof GRID_FILE>;

const SHIPPED = join(packageRoot, 'src', 'value', 'rfm', 'segments.yaml');
let read: { readonly path: string; readonly file: GridFile } | undefined;

/** The grid in force: of GUANXI_RFM or as shipped, read at its first use. Throws CONFIG. */
export function gridInForce(path: string = process.env.GUANXI_RFM || SHIPPED): GridFile {
  if (read?.path !== path) {
    const hint = 'correct the named lines; compare with src/value/rfm/segments.yaml';
    const spoken = { schema: GRID_FILE, what: 'the file of RFM segments', hint, variable: 'GUANXI_RFM' };
    read = { path, file: readSettingsFile(path, spoken) };
  }
  return read.file;
}

/** The segments of a grid in the order of its file. */
export function gridSegments({ segments }: GridFile): NamedSegment[] {
  return Object.entries(segments).map(([name, names]) => ({ id: `rfm:${name}`, ...names }));
}

/** 1..5: frequency and monetary value as one, ⌊(F + M + 1)/2⌋. */
export function fmOf(frequency: number, monetary: number): number {
  return Math.floor((frequency + monetary + 1) / 2);
}

/** Id of the segment whose cell R × FM holds the three grades. */
export function gridSegmentOf({ grid }: GridFile, [recency, frequency, monetary]: Grades): string {
  return `rfm:${grid[recency][5 - fmOf(frequency, monetary)]!}`;
}
