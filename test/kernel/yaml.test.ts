import { readYaml } from '../../src/kernel/yaml/yaml.js';

const few = Array.from({ length: 5 }, () => '*a').join(', ');

test('aliases serve as people use them, and a key is found by its line', () => {
  const read = readYaml(`a: &a {x: 1}\nb: [${few}]\n`, 'f.yaml');
  expect(read).toMatchObject({ value: { a: { x: 1 }, b: Array(5).fill({ x: 1 }) } });
  expect('lineOf' in read && [read.lineOf(['b', 1]), read.lineOf(['a', 'x']), read.lineOf(['none'])]).toEqual([
    2, 1, 1,
  ]);
});

test.each([
  ['an alias of nothing', 'a: *nothing\n'],
  ['many aliases', `a: &a 1\nb: [${Array(60).fill('*a').join(', ')}]\n`],
  ['depth', `a: ${'{a: '.repeat(30)}1${'}'.repeat(30)}\n`],
  ['a flow without end', '['.repeat(100_000)],
  ['length', 'x'.repeat(1_000_001)],
])('%s is said of the file, at a line', (_what, text) => {
  expect(readYaml(text, 'f.yaml')).toEqual({
    problem: expect.stringMatching(/^f\.yaml:\d+: ./),
    words: { en: expect.stringMatching(/^line \d+: ./), zh: expect.stringMatching(/^第 \d+ 行：./) },
  });
});
