import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../src/config.js';
import type { Graph } from '../../src/graph/graph.js';
import { type ImportOptions, importFiles } from '../../src/intake/files/import-files.service.js';
import { accessSettings } from '../../src/security/audit/settings.js';
import { openKeyring } from '../../src/security/sealing/keyring.js';
import { makeVault } from '../../src/security/sealing/vault.js';
import type { Services } from '../../src/security/services.js';
import { run, servicesWith } from '../setup/world.js';

export { clear, emptyGraph, run } from '../setup/world.js';

export const folder = mkdtempSync(join(tmpdir(), 'guanxi-import-'));
export const home = join(folder, 'home');

/** Writes a file for an import and gives its path. */
export function file(name: string, text: string | Buffer): string {
  const path = join(mkdtempSync(join(folder, 'in-')), name);
  writeFileSync(path, text);
  return path;
}

export function servicesOf(graph: Graph): Services {
  const vault = makeVault(openKeyring({ GUANXI_HOME: home } as Config));
  const settings = accessSettings({ TIME_ZONE: 'UTC' });
  return { ...servicesWith(graph, { vault, home, now: '2026-06-01T00:00:00Z' }), settings };
}

export function importing(graph: Graph, options: ImportOptions) {
  return importFiles(servicesOf(graph), { rejectsFolder: join(home, 'rejects'), ...options });
}

/**
 * A hash over every node and relationship with all their properties; `sealed: false` leaves out what a fresh key makes
 * different.
 */
export async function fingerprint(graph: Graph, { sealed = true } = {}): Promise<string> {
  const nodes = await run(
    graph,
    'MATCH (n) WHERE NOT n:Job AND NOT n:Migration AND NOT n:MasterKey AND NOT n:LookupKey AND NOT n:AuditEntry AND NOT n:AuditHead RETURN labels(n) AS labels, properties(n) AS p',
  );
  const ties = await run(
    graph,
    'MATCH (a)-[r]->(b) RETURN type(r) AS type, properties(r) AS p, coalesce(a.key, a.id) AS a, coalesce(b.key, b.id) AS b',
  );
  const skip = (name: string) => name === 'recordedAt' || (!sealed && (name === 'keyWrapped' || /sealed$/i.test(name)));
  const lines = [...nodes, ...ties].map((row) => {
    const properties = Object.entries(row.p as object).filter(([name]) => !skip(name));
    return JSON.stringify({ ...row, p: properties.sort(([a], [b]) => (a < b ? -1 : 1)) });
  });
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
