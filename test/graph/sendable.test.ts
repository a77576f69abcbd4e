import { openGraph } from '../../src/graph/graph.js';
import { sendable } from '../../src/graph/library/sendable.js';
import { testDatabase } from '../setup/database.js';

test.each([
  ['a function', Object.prototype.toString],
  ['a symbol', Symbol.iterator],
  ['NaN', Number.NaN],
  ['infinity in a list', [1, Number.POSITIVE_INFINITY]],
  ['a lone surrogate in an object', { a: { b: '\ud800' } }],
  ['an object of a class', new Map()],
])('%s never reaches the driver', (_what, value) => {
  expect(() => sendable({ p: value })).toThrow(expect.objectContaining({ kind: 'INPUT' }));
});

test('what is refused leaves the connections of the pool fit for the next request', async () => {
  const graph = openGraph(testDatabase());
  const state = 'security/steps/keys/sealed-fields' as const;
  for (const id of [Object, Number.NaN, '\ud800', Symbol('x')] as unknown as string[])
    await expect(graph.read(state, { customerIds: [id] })).rejects.toMatchObject({ kind: 'INPUT' });
  const asked = Array.from({ length: 60 }, () => graph.read(state, { customerIds: ['nobody', 'constructor'] }));
  expect(await Promise.all(asked)).toEqual(asked.map(() => []));
  await graph.close();
});
