/** The made world: customers of an invented chain, with planted truth. See ../README.md for what is in it. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { bulkWriter } from './files/bulk.js';
import { MANIFEST_FILE } from './files/bulk-files.js';
import { canonicalWriter } from './files/canonical.js';
import { makeLayout } from './files/layout.js';
import { type FileInfo, hashOf, openFolder } from './files/sink.js';
import { type AskedOptions, checkOptions, type WorldOptions } from './options.js';
import { planCommunity } from './ties/community.js';
import { startTruth, TRUTH_FILE } from './truth.js';

export { lastDay } from './calendar.js';
export { CAMPAIGNS } from './campaigns.js';
export { EXPERIMENT } from './experiment.js';
export { bulkFiles, MANIFEST_FILE } from './files/bulk-files.js';
export { COLUMNS, LINES } from './files/columns.js';
export { CUSTOMERS, DEFAULT_SEED, FORMATS, type Format } from './options.js';
export { PROGRAMME, type Redemption } from './redemptions.js';
export { readTruth, type Truth } from './truth.js';

export interface World {
  /** SHA-256 over all files but the manifest, in hex: the same options give the same hash on every machine. */
  hash: string;
  /** Data rows by file name. */
  counts: Record<string, number>;
  /** Paths of the CSV files. */
  files: string[];
  seconds: number;
}

export type Ask = AskedOptions & {
  /** Told how many customers are written, once per community. */
  onProgress?: (written: number, customers: number) => void;
};

/**
 * Writes a world into `out` with truth.json and manifest.json beside it. Throws INPUT on bad options, SETUP when `out`
 * cannot be written.
 */
export async function writeWorld(ask: Ask): Promise<World> {
  const started = performance.now();
  const options = checkOptions(ask);
  const layout = makeLayout(options);
  const folder = openFolder(options.out);
  const truth = startTruth(layout, folder.open(TRUTH_FILE));
  const writer = (options.format === 'bulk' ? bulkWriter : canonicalWriter)(layout, folder);
  for (let c = 0; c < layout.communities; c++) {
    truth.add(writer.write(planCommunity(layout, c)));
    ask.onProgress?.(layout.starts[c + 1] as number, options.customers);
    await new Promise(setImmediate); // lets a signal through
  }
  truth.end();
  const files = folder.close();
  const hash = hashOf(files);
  await writeManifest(options, hash, files, writer.manifest?.() ?? {});
  const csv = files.filter((file) => file.name.endsWith('.csv'));
  return {
    hash,
    counts: Object.fromEntries(csv.map(({ name, rows }) => [name, rows])),
    files: csv.map(({ name }) => join(options.out, name)),
    seconds: (performance.now() - started) / 1000,
  };
}

async function writeManifest(
  options: WorldOptions,
  hash: string,
  files: readonly FileInfo[],
  more: Record<string, unknown>,
) {
  const { seed, customers, until, format } = options;
  const manifest = { format, seed, customers, until, hash, ...more, files };
  await writeFile(join(options.out, MANIFEST_FILE), `${JSON.stringify(manifest, null, 2)}\n`);
}

/** The last day of the world that lies in a folder; undefined where none lies there whole. */
export async function untilIn(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch(() => '{}');
  return (JSON.parse(text) as { until?: string }).until;
}
