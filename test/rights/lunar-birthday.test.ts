import { intakeRows } from '../../src/intake/index.js';
import { copyOf } from '../../src/rights/copy/export.service.js';
import { correctPerson } from '../../src/rights/correct.service.js';
import { erasePerson } from '../../src/rights/erasure/erase.service.js';
import { personalFields } from '../../src/security/sealing/customer-view.js';
import { run } from '../intake/world.js';
import { rightsWorld } from './world.js';

const world = rightsWorld();
const { services } = world;
const me = 'cust-0001';

const node = async () => {
  const [row] = await run(world.graph, 'MATCH (c:Customer {id: $me}) RETURN properties(c) AS p', { me });
  return row!.p as Record<string, unknown>;
};
const seen = async (role: 'admin' | 'marketer') =>
  (await personalFields({ ...services(), viewer: { id: 'v', role } }, [me], ['lunarBirthday'])).get(me)!.lunarBirthday;

test('a lunar birthday is imported, sealed, masked, corrected and copied as a solar one, and goes with the key', async () => {
  const rows = [{ id: me, birthday: '1987-07-26', lunarBirthday: '闰六月初一' }];
  expect(await intakeRows(services(), 'customers', rows)).toMatchObject({ updated: 1, rejected: [] });
  expect(JSON.stringify(await node())).not.toMatch(/L06-01|闰六月/);
  expect(await node()).toMatchObject({
    birthdayLookup: expect.stringMatching(/^.$/),
    lunarBirthdayLookup: expect.stringMatching(/^.$/),
  });
  expect([await seen('admin'), await seen('marketer')]).toEqual(['L06-01', '**-**']);
  expect(await intakeRows(services(), 'customers', rows)).toMatchObject({ unchanged: 1 });
  const before = (await node()).lunarBirthdayLookup;
  await correctPerson(services(), me, { lunarBirthday: '08-15' });
  expect(await seen('admin')).toBe('08-15');
  expect((await node()).lunarBirthdayLookup).not.toBe(before);
  const sections = await copyOf(services(), me, async () => []);
  expect(sections.person).toMatchObject([{ birthday: '1987-07-26', lunarBirthday: '08-15' }]);
  expect(JSON.stringify(sections)).not.toContain('lunarBirthdayLookup');
  await erasePerson(services(), { customerId: me, mode: 'DESTROY_KEY' });
  expect(await node()).not.toHaveProperty('lunarBirthdayLookup');
});

test('what is no lunar day is refused without being repeated', async () => {
  const { rejected } = await intakeRows(services(), 'customers', [{ id: 'cust-0002', lunarBirthday: '13-01' }]);
  expect(rejected[0]!.faults).toEqual([
    { column: 'lunarBirthday', reason: expect.stringMatching(/^is not a lunar day; write it like 08-15/) },
  ]);
  expect(JSON.stringify(rejected)).not.toContain('13-01');
});
