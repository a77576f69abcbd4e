import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Command as Program } from 'commander';
import { COMMANDS, GROUPS } from '../../src/cli/commands/index.js';
import { misused, programOf } from '../../src/cli/run.js';
import { readConfig } from '../../src/config.js';
import { packageRoot } from '../../src/kernel/root.js';

const context = { config: readConfig({}), out: () => undefined, err: () => undefined };

/** What a shell makes of the line: quotes hold words together. */
const wordsOf = (line: string) =>
  [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** The first words of descriptions: a verb says what the command does. */
const VERBS =
  'add analyze anchor apply approve ask carry check choose compare decide delete end explain find give handle import let link list look make ' +
  'measure note print publish re-encrypt record refuse rehash remove replace report restrict run score send serve show start stop take tell test ' +
  'verify write';

/** The program with every action replaced by nothing: what is parsed, and what is refused. */
function parse(words: readonly string[]): Promise<Program> {
  const program = programOf(context);
  for (const one of leavesOf(program)) one.action(() => undefined);
  return program.parseAsync([...words], { from: 'user' });
}

const leavesOf = (program: Program): Program[] =>
  program.commands.flatMap((one) => (one.commands.length > 0 ? leavesOf(one) : [one]));

test('every command and group says first, with a verb, what it does', () => {
  const first = [...COMMANDS.map(({ about }) => about), ...Object.values(GROUPS)].map((text) => text.split(/[ ,]/)[0]!);
  expect(first.filter((word) => !VERBS.split(' ').includes(word))).toEqual([]);
});

test.each(COMMANDS.map(({ name, example }) => [name, example] as const))(
  '%s has an example in its help, which parses',
  async (name, example) => {
    expect(example.startsWith(name)).toBe(true);
    await parse(wordsOf(example));
    const built = leavesOf(programOf(context)).find((one) =>
      [one.parent?.name(), one.name()].join(' ').endsWith(name),
    )!;
    let help = '';
    built.configureOutput({ writeOut: (text) => (help += text) }).outputHelp();
    expect(help).toContain(`$ guanxi ${example}`);
  },
);

test('each group is one of commands, and each command of two words is in one that says what it does', () => {
  const groups = COMMANDS.flatMap(({ name }) => (name.includes(' ') ? [name.split(' ')[0]!] : []));
  expect(Object.keys(GROUPS).sort()).toEqual([...new Set(groups)].sort());
});

test('a wrong word is named with what was perhaps meant, and the help of that command', async () => {
  const program = programOf(context);
  for (const [words, message, hint] of [
    [['influencer'], "unknown command 'influencer'", 'Did you mean influencers? see `guanxi --help`'],
    [['fraud', 'chek'], "unknown command 'chek'", 'Did you mean check? see `guanxi fraud --help`'],
    [['rfm', '--as-off', '2026'], "unknown option '--as-off'", 'Did you mean --as-of? see `guanxi rfm --help`'],
    [
      ['influencers', '--first', 'x'],
      "option '--first <n>' argument 'x' is invalid",
      'write a number, like 20; see `guanxi influencers --help`',
    ],
    [
      ['referral', 'k-factor', '--by', 'DAY'],
      "option '--by <period>' argument 'DAY' is invalid",
      'one of MONTH, WEEK; see `guanxi referral k-factor --help`',
    ],
  ] as const)
    await program.parseAsync([...words], { from: 'user' }).then(
      () => expect(words).toBe('refused'),
      (error) => expect(misused(error, program, words)).toMatchObject({ kind: 'INPUT', message, hint }),
    );
});

test('whoever reads only the first line of an answer meets no error', async () => {
  const child = spawn(process.execPath, [join(packageRoot, 'bin', 'guanxi.mjs'), '--help']);
  child.stdout.destroy();
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk));
  expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  expect(said).toBe('');
});
