import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../kernel/error.js';
import { machineMemory, sizeMemory } from '../memory.js';
import { admin, type Tools, toolFailure, withArgumentFile } from './admin.js';
import { makeHome } from './home.js';
import { liveState } from './local.js';

/** Files for the bulk importer, each as `Label=header.csv,part.csv` (nodes) or `TYPE=…` (relationships). */
export interface OfflineFiles {
  readonly nodes: readonly string[];
  readonly relationships: readonly string[];
  /** More flags of `neo4j-admin database import full`, such as `--id-type=string`. */
  readonly flags?: readonly string[];
}

/**
 * Replaces all data of a stopped local server by the bulk importer's reading of these files. Returns the importer's
 * report. Throws BUSY when the server runs, SETUP with the importer's last line when it fails.
 */
export async function offlineImport(tools: Tools, { nodes, relationships, flags = [] }: OfflineFiles): Promise<string> {
  if (liveState(tools.home) !== undefined)
    throw new AppError('BUSY', 'the bulk importer needs a stopped database', 'run `guanxi db stop` first');
  makeHome(tools.home);
  const { heapMb } = sizeMemory(machineMemory());
  const report = join(tools.home.root, 'logs', 'import.report');
  const files = [...nodes.map((n) => `--nodes=${n}`), ...relationships.map((r) => `--relationships=${r}`)];
  const args = [
    'database',
    'import',
    'full',
    'neo4j',
    '--overwrite-destination=true',
    `--report-file=${report}`,
    ...flags,
    ...files,
  ];
  const result = await withArgumentFile(args, (file) => admin(tools, [`@${file}`], { heapMb }));
  if (result.code !== 0) throw toolFailure('the bulk import', result);
  rmSync(report, { force: true });
  return result.out;
}
