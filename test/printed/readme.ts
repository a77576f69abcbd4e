import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingsTable } from '../../src/cli/settings-table.js';
import { formatRows } from '../../src/cli/table.js';
import { packageRoot } from '../../src/kernel/root.js';
import { type ApiServer, ask } from '../api/api-server.js';
import { guanxi } from '../setup/command.js';

/** Every block of the README on the made world. */
export function readmeIsTrue(
  serverOf: () => ApiServer,
  rows: (name: string, params?: object) => Promise<object[]>,
): void {
  const readme = readFileSync(join(packageRoot, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/```(\w*)\n([\s\S]*?)```/g)].map((m) => ({ kind: m[1]!, text: m[2]!.trim() }));
  const pairsOf = (kind: string) =>
    blocks.flatMap((block, at) => (block.kind === kind ? [[block.text, blocks[at + 1]!.text] as const] : []));

  test('has its Cypher as the library has it, and its output as the product prints it', async () => {
    const shown = pairsOf('cypher');
    expect(shown.length).toBeGreaterThan(0);
    for (const [text] of shown) expect([...serverOf().graph.library.values()].map((s) => `${s.text};`)).toContain(text);
    const runs = blocks.filter((b) => b.kind === 'console');
    expect(runs.length).toBeGreaterThan(0);
    for (const { text } of runs) {
      const [first, ...printed] = text.split('\n');
      const [, name, params] = /^\$ guanxi cypher run (\S+) --params '(.*)'$/.exec(first!)!;
      expect(formatRows(await rows(name!, JSON.parse(params!)), 'table')).toBe(printed.join('\n'));
    }
  });

  test('has its GraphQL answered as it says', async () => {
    const shown = pairsOf('graphql');
    expect(shown.length).toBeGreaterThan(0);
    for (const [query, answer] of shown) {
      const { data, errors } = await ask(serverOf(), 'analyst', query);
      expect({ data, errors }).toEqual({ ...JSON.parse(answer), errors: [] });
    }
  });

  test('carries a campaign from its segment to touches, as a marketer types it', async () => {
    const typed = blocks.filter(({ kind }) => kind === 'gql').map(({ text }) => text);
    const told = [];
    for (const query of typed) {
      const { data, errors } = await ask(serverOf(), 'marketer', query);
      expect([query, errors]).toEqual([query, []]);
      told.push(data as Record<string, Record<string, unknown>>);
    }
    const [preview, created, launched, seen] = told;
    expect(preview!.audiencePreview!.mayBeContacted).toBeGreaterThan(10);
    expect(created!.createCampaign).toMatchObject({ status: 'DRAFT' });
    expect(launched!.launchCampaign!.touched).toBe(preview!.audiencePreview!.mayBeContacted);
    expect(seen!.campaign).toMatchObject({ status: 'LAUNCHED', touched: launched!.launchCampaign!.touched });
  });

  test('has the same headings and blocks in Chinese', () => {
    const chinese = readFileSync(join(packageRoot, 'README.zh-CN.md'), 'utf8');
    const headings = (text: string) =>
      [...text.matchAll(/^(#+) |^!\[.*\]\((.*?)(?:\.zh)?\.png\)$/gm)].map(([, level, picture]) => level ?? picture);
    expect(headings(chinese)).toEqual(headings(readme));
    expect([...chinese.matchAll(/```\w*\n[\s\S]*?```/g)].map(([block]) => block)).toEqual(
      [...readme.matchAll(/```\w*\n[\s\S]*?```/g)].map(([block]) => block),
    );
  });

  test('names commands, settings and files that are there', async () => {
    const commands = blocks
      .filter((b) => b.kind === '')
      .flatMap((b) => b.text.split('\n'))
      .filter((line) => line.startsWith('guanxi '));
    for (const name of new Set(commands.map((line) => line.split(' ')[1]!)))
      expect((await guanxi([name, '--help'])).code).toBe(0);
    expect(readme).toContain(settingsTable());
    for (const [, path] of readme.matchAll(/\]\(([^)#:]+)\)/g))
      expect([path, existsSync(join(packageRoot, path!))]).toEqual([path, true]);
  });
}
