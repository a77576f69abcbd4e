import type { Role } from '../../../src/kernel/role.js';
import { SEALED_FIELDS, type SealedField, seenBy } from '../../../src/security/policy/index.js';
import { mask } from '../../../src/security/sealing/mask.js';
import { sealPerson } from '../../../src/security/sealing/person.js';
import type { Vault } from '../../../src/security/sealing/vault.js';
import { testDriver } from '../../setup/database.js';

export const VALUES: Record<SealedField, string> = {
  name: '测试甲',
  phone: '+8613800001234',
  email: 'zhang@mail.example',
  wechat: 'wx-someone',
  weibo: 'wb-someone',
  linkedin: 'li-someone',
  address: '成都市测试路 1 号',
  birthday: '1990-02-03',
  lunarBirthday: 'L06-01',
};
const FIELDS = SEALED_FIELDS.join(' ');

/** Two who know each other, one of whom works somewhere, with every sealed field. */
export async function writePeople(vault: Vault): Promise<void> {
  const people = ['c1', 'c2'].map((id) => {
    const { key, wrapped } = vault.newKey();
    return { id, alias: id, influence: 1.5, keyWrapped: wrapped, sealed: sealPerson(vault, key, VALUES) };
  });
  await testDriver().executeQuery(
    `UNWIND $people AS person CREATE (c:Customer:Profiled) SET c = person
     WITH collect(c) AS all, head(collect(c)) AS a, last(collect(c)) AS b
     CREATE (a)-[:KNOWS {pair: 'p', closeness: 0.5, kinds: ['FAMILY']}]->(b) CREATE (a)-[:WORKS_AT]->(:Company {id: 'k'})`,
    { people },
  );
}

/** What each way to a customer shows of the personal fields. */
export const WAYS: Readonly<Record<string, [string, (data: never) => unknown]>> = {
  read: [`{ customers(where: { id: { eq: "c1" } }) { ${FIELDS} } }`, (d: { customers: unknown[] }) => d.customers[0]],
  point: [`{ customer(id: "c1") { ${FIELDS} } }`, (d: { customer: unknown }) => d.customer],
  nested: [
    `{ customer(id: "c2") { knows { ${FIELDS} } } }`,
    (d: { customer: { knows: unknown[] } }) => d.customer.knows[0],
  ],
  connection: [
    `{ companies { peopleConnection { edges { node { ${FIELDS} } } } } }`,
    (d: { companies: { peopleConnection: { edges: { node: unknown }[] } }[] }) =>
      d.companies[0]!.peopleConnection.edges[0]!.node,
  ],
  operation: [
    `{ customer360(id: "c1") { customer { ${FIELDS} } } }`,
    (d: { customer360: { customer: unknown } }) => d.customer360.customer,
  ],
};

/** The personal fields as the policy in force shows them to the role. */
export const shown = (role: Role) =>
  Object.fromEntries(
    SEALED_FIELDS.map((field) => {
      const seen = seenBy(role, field);
      return [field, seen === 'open' ? VALUES[field] : seen === 'masked' ? mask(field, VALUES[field]) : null];
    }),
  );
