import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import type { Graph } from '../../../src/graph/graph.js';
import { encode } from '../../../src/graph/library/codec.js';
import { composed } from '../../../src/graph/library/compose.js';
import { packageRoot } from '../../../src/kernel/root.js';
import { compiled } from '../../../src/value/segments/compile.js';
import { refreshSegment } from '../../../src/value/segments/refresh.service.js';
import { CONDITIONS, ruleOf } from '../../../src/value/segments/rule.js';
import {
  archiveSegment,
  previewSegment,
  saveSegment,
  segmentHistory,
  segmentMembers,
  updateSegment,
} from '../../../src/value/segments/segments.service.js';
import { buildVocabulary } from '../../setup/vocabulary.js';
import { emptyGraph, NOW, run, servicesWith } from '../../setup/world.js';
import { buildRuleWorld, type Each, fits, PEOPLE, rules } from './rule-world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
  await buildRuleWorld(graph);
});
afterAll(() => graph.close());

const services = (role: 'admin' | 'analyst' | 'marketer' = 'admin') => servicesWith(graph, { role });
const who = async (rule: unknown) => (await previewSegment(services(), rule, 100)).sample.map((row) => row.customerId);

test('every kind of condition is drawn by the random rules', () => {
  const seen = new Set(fc.sample(rules, 2000).flatMap((rule) => JSON.stringify(rule).match(/"(\w+)":/g) ?? []));
  expect(Object.keys(CONDITIONS).filter((name) => !seen.has(`"${name}":`))).toEqual([]);
});

test('random rules choose whom a naive evaluation chooses', async () => {
  const held = fc.asyncProperty(rules, async (rule) => {
    const expected = PEOPLE.filter((person: Each) => fits(person, rule)).map(({ id }) => id);
    expect(await who(rule)).toEqual(expected);
  });
  await fc.assert(held, { numRuns: Number(process.env.RULES ?? 25), endOnFailure: true });
});

test('a rule that is no rule is refused with its path', async () => {
  for (const [rule, told] of [
    [{ all: [{ role: { in: ['KING'] } }] }, 'rule.all.0.role.in.0'],
    [{ score: { name: 'x} DETACH DELETE', atLeast: 1 } }, 'rule.score'],
    [{ a: 1, b: 2 }, 'exactly one of'],
    [{ not: { not: { not: { not: { not: { not: { role: { in: ['KOL'] } } } } } } } }, 'levels deep'],
    [{ all: [] }, '1 to 50'],
    [{ inCommunity: {} }, 'needs one of'],
  ] as const)
    await expect(previewSegment(services(), rule, 1)).rejects.toMatchObject({
      kind: 'INPUT',
      message: expect.stringContaining(told),
    });
});

test('who fits comes in, who no longer fits leaves, and both are kept with time and reason', async () => {
  const rule = { property: { name: 'city', in: ['成都'] } };
  const made = await saveSegment(services(), { id: 'chengdu', name: 'Chengdu', rule });
  const inside = await who(rule);
  expect(made).toMatchObject({ version: 1, customers: inside.length });
  expect((await saveSegment(services(), { id: 'chengdu', name: 'Chengdu', rule })).versions).toHaveLength(1);
  await run(graph, `MATCH (c:Customer {id: $id}) SET c.city = '重庆'`, { id: inside[0] });
  expect(await refreshSegment(services(), 'chengdu')).toMatchObject({ entered: 0, left: 1 });
  expect(await refreshSegment(services(), 'chengdu')).toMatchObject({ entered: 0, left: 0 });
  const [past] = await segmentHistory(services(), { id: 'chengdu', customer: inside[0]!, limit: 5 });
  const at = new Date(NOW);
  expect(past).toMatchObject({ since: at, until: at, because: 'MEETS_RULE', left: 'NO_LONGER_MET', version: 1 });
  await run(graph, `MATCH (c:Customer {id: $id}) SET c.city = '成都'`, { id: inside[0] });
  const changed = await saveSegment(services(), {
    ...{ id: 'chengdu', name: 'Chengdu' },
    rule: { property: { name: 'city', in: ['北京'] } },
  });
  expect(changed.versions.map(({ number }) => number)).toEqual([2, 1]);
  const left = await segmentHistory(services(), { id: 'chengdu', limit: 100 });
  expect(left.filter((one) => one.left === 'RULE_CHANGED')).toHaveLength(inside.length - 1);
  const asked = { id: 'chengdu', after: '', limit: 100 };
  expect((await segmentMembers(services(), asked)).map(({ customerId }) => customerId)).toEqual(
    await who({ property: { name: 'city', in: ['北京'] } }),
  );
  expect((await archiveSegment(services(), 'chengdu')).customers).toBe(0);
  expect((await graph.read('value/segments', {})).map(({ id }) => id)).not.toContain('chengdu');
});

test('a rule on plain facts keeps who withdraws from profiling; only a segment that is there can be updated', async () => {
  const rule = { property: { name: 'joinedAt', withinDays: 3650 } };
  await saveSegment(services(), { id: 'joined', name: 'Joined', rule });
  const [first] = await segmentMembers(services(), { id: 'joined', after: '', limit: 1 });
  await run(graph, 'MATCH (:Customer {id: $id})-[c:CONSENTS_TO]->(:Purpose {id: "profiling"}) DELETE c', {
    id: first!.customerId,
  });
  await graph.write('consent/steps/ledger/consent-profile', { customerIds: [first!.customerId], now: new Date(NOW) });
  expect((await segmentMembers(services(), { id: 'joined', after: '', limit: 1 }))[0]).toEqual(first);
  const asked = updateSegment(services(), { id: 'none', name: 'x', rule });
  await expect(asked).rejects.toMatchObject({ kind: 'NOT_FOUND' });
  expect(await updateSegment(services(), { id: 'joined', name: 'New name', rule })).toMatchObject({ version: 1 });
  await run(graph, 'MATCH (c:Customer {id: $id}) SET c:Profiled', { id: first!.customerId });
});

test('who withdraws from profiling leaves at once with their stays, and is not looked at again', async () => {
  const rule = { score: { name: 'rfmLevel', atLeast: 1 } };
  await saveSegment(services(), { id: 'graded', name: 'Graded', rule });
  const [first] = await segmentMembers(services(), { id: 'graded', after: '', limit: 1 });
  await run(graph, 'MATCH (:Customer {id: $id})-[c:CONSENTS_TO]->(:Purpose {id: "profiling"}) DELETE c', {
    id: first!.customerId,
  });
  await graph.write('consent/steps/ledger/consent-profile', { customerIds: [first!.customerId], now: new Date(NOW) });
  expect(await segmentHistory(services(), { id: 'graded', customer: first!.customerId, limit: 9 })).toEqual([]);
  expect((await refreshSegment(services(), 'graded')).entered).toBe(0);
  expect((await previewSegment(services(), rule, 0)).notProfiled).toBeGreaterThan(0);
});

test('an analyst sees counts alone; a segment of another kind is not written over', async () => {
  const seen = await previewSegment(services('analyst'), { role: { in: ['KOL'] } }, 10);
  expect(seen.sample).toEqual([]);
  expect(seen.customers).toBeGreaterThan(0);
  await run(graph, `MERGE (:Segment {id: 'byhand'})`);
  const asked = saveSegment(services(), { id: 'byhand', name: 'x', rule: { role: { in: ['KOL'] } } });
  await expect(asked).rejects.toMatchObject({ kind: 'CONFLICT' });
});

test('every shipped segment is a rule, planned without a warning in every statement that takes one', async () => {
  await buildVocabulary(graph);
  const folder = join(packageRoot, 'seed/segments');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml'));
  const shipped = files.map((file) => parse(readFileSync(join(folder, file), 'utf8')) as { rule: unknown });
  const drawn = fc.sample(rules, 4);
  for (const rule of [...shipped.map((one) => ruleOf.parse(one.rule)), ...drawn.map((one) => ruleOf.parse(one))])
    for (const name of ['count', 'leave', 'enter-some', 'leave-some']) {
      const made = composed(
        graph.library,
        `value/steps/segments/segment-${name}`,
        compiled({ rule, communities: [['k'], ['k']] }, new Date(NOW)),
      );
      const values = Object.fromEntries(
        made.statement.params.map((p) => [p.name, encode(p.type, made.params[p.name] ?? p.defaultValue)]),
      );
      const { summary } = await graph.driver.executeQuery(`EXPLAIN ${made.statement.text}`, values, {
        database: graph.database,
      });
      expect(summary.notifications.map(({ code }) => code)).toEqual([]);
    }
});
