import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../src/kernel/error.js';
import type { BulkPart } from './bulk.js';

export const MANIFEST_FILE = 'manifest.json';

/** What follows `--nodes=` and `--relationships=` of `neo4j-admin database import full`, with paths. */
export interface BulkFiles {
  nodes: string[];
  relationships: string[];
}

/** Reads what a bulk world in `folder` hands to the importer. Throws NOT_FOUND when there is none. */
export async function bulkFiles(folder: string): Promise<BulkFiles> {
  const text = await readFile(join(folder, MANIFEST_FILE), 'utf8').catch(() => '{}');
  const { nodes, relationships } = JSON.parse(text) as { nodes?: BulkPart[]; relationships?: BulkPart[] };
  if (!nodes || !relationships)
    throw new AppError('NOT_FOUND', `no bulk world in ${folder}`, 'make one: guanxi world --format bulk --out FOLDER');
  const argument = ({ name, files }: BulkPart) =>
    `${name === '' ? '' : `${name}=`}${files.map((file) => join(folder, file)).join(',')}`;
  return { nodes: nodes.map(argument), relationships: relationships.map(argument) };
}
