import { sealPerson } from '../../../src/security/sealing/person.js';
import { WORLD } from '../../security/access/rows.setup.js';
import { testDriver } from '../../setup/database.js';
import { type ApiServer, ask } from '../api-server.js';
import { TRY_JOURNEY, TRY_RULE } from './plausible.js';

/** Four people with keys and names, and one of each thing that operations are about, so that hostile values get far. */
export async function writeWorld(server: ApiServer): Promise<void> {
  await testDriver().executeQuery(WORLD);
  const people = ['c1', 'c2', 'c3', 'c4'].map((id) => {
    const { key, wrapped } = server.vault.newKey();
    const sealed = sealPerson(server.vault, key, { name: '测试甲', birthday: '1990-02-03' });
    return { id, alias: server.vault.alias(id), keyWrapped: wrapped, sealed };
  });
  await testDriver().executeQuery(
    'UNWIND $people AS person MATCH (c:Customer {id: person.id}) SET c += person, c.city = "成都"',
    { people },
  );
  for (const [query, variables] of THINGS) {
    const { errors } = await ask(server, 'admin', query, variables);
    expect([query, errors]).toEqual([query, []]);
  }
}

const RULE = { rewardMinor: 100 };
const THINGS: readonly (readonly [string, Record<string, unknown>])[] = [
  ['mutation ($rule: String!) { createSegment(input: {id: "s1", name: "s", rule: $rule}) { id } }', { rule: TRY_RULE }],
  [
    'mutation { createCampaign(input: {id: "k1", name: "k", channel: SMS, segment: "all", variants: [{name: "A", share: 1, text: "Hello {{name}}"}]}) { id } }',
    {},
  ],
  [
    'mutation ($input: ReferralProgrammeInput!) { createProgramme(input: $input) { id } }',
    { input: { id: 'p1', name: 'p', ...RULE } },
  ],
  ['mutation { rescoreRfm { cleaned } }', {}],
  ['mutation ($of: String!) { createJourney(definition: $of, start: true) { id } }', { of: TRY_JOURNEY }],
];
