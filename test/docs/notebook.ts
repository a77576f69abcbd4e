import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Graph } from '../../src/graph/graph.js';
import { statementOf } from '../../src/graph/library/library.js';
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

  test('every question and statement of the notebook has rows', async () => {
    const { library, driver, database } = graphOf();
    const questions = [...source.matchAll(/\bask\("([^"]+)"/g)].map(([, name]) => statementOf(library, name!));
    const asked = questions.map((one) => [one.text, defaultsOf(one.params)] as const);
    const own = [...source.matchAll(/\b(?:execute_query|run_cypher)\("([^"]+)"/g)].map(
      ([, text]) => [text!, {}] as const,
    );
    expect([questions.length, own.length]).toEqual([4, 3]);
    for (const [text, params] of [...asked, ...own]) {
      const { records } = await driver.executeQuery(text, params, { database });
      expect([text, records.length > 0 || text.includes('gds.graph.drop')]).toEqual([text, true]);
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

function defaultsOf(params: readonly { name: string; defaultValue: unknown }[]): Record<string, unknown> {
  return Object.fromEntries(params.map(({ name, defaultValue }) => [name, defaultValue ?? null]));
}
