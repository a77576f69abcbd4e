import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Graph } from '../../src/graph/graph.js';
import { packageRoot } from '../../src/kernel/root.js';
import { testDatabase } from '../setup/database.js';
import { findOnPath } from '../setup/path.js';

interface Cell {
  readonly cell_type: 'code' | 'markdown';
  readonly source: readonly string[];
  readonly outputs?: readonly unknown[];
  readonly execution_count?: number | null;
}

const path = join(packageRoot, 'notebooks', 'explore.ipynb');
const { cells } = JSON.parse(readFileSync(path, 'utf8')) as { cells: Cell[] };
const code = cells.filter(({ cell_type }) => cell_type === 'code');
const source = code.map((cell) => cell.source.join('')).join('\n');

/** The notebook on the made world: what its cells ask, and with GUANXI_VENV all of them in that environment. */
export function notebookIsTrue(graphOf: () => Graph): void {
  test('the notebook is committed without outputs', () => {
    expect(code.length).toBeGreaterThan(15);
    expect(code.filter(({ outputs, execution_count }) => outputs!.length > 0 || execution_count !== null)).toEqual([]);
  });

  test('every cell is Python', () => {
    const compile = 'import json, sys; [compile(cell, "cell", "exec") for cell in json.load(sys.stdin)]';
    const input = JSON.stringify(code.map((cell) => cell.source.join('')));
    execFileSync(findOnPath('python3'), ['-c', compile], { input });
  });

  test('every question and statement of the notebook has rows', async () => {
    const graph = graphOf();
    const questions = [...source.matchAll(/\bask\("([^"]+)"/g)].map(([, name]) => name!);
    const own = [...source.matchAll(/\b(?:execute_query|run_cypher)\("([^"]+)"/g)].map(([, text]) => text!);
    expect([questions.length, own.length]).toEqual([4, 3]);
    for (const name of questions) expect([name, (await graph.ask(name, {})).length > 0]).toEqual([name, true]);
    for (const text of own) {
      const { records } = await graph.driver.executeQuery(text, {}, { database: graph.database });
      expect([text, records.length > 0 || text.includes('gds.graph.drop')]).toEqual([text, true]); // drops what is left
    }
  });

  const python = process.env.GUANXI_VENV === undefined ? test.skip : test;
  python(
    'every cell of the notebook runs, and its comparisons hold',
    async () => {
      const { uri, user, password } = testDatabase();
      const env = { ...process.env, NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password };
      const run = [join(packageRoot, 'notebooks', 'run.py')];
      const { stdout } = await promisify(execFile)(findOnPath('python3'), run, { env });
      expect(stdout).toContain(`${code.length} cells ran`);
    },
    600_000,
  );
}
