import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../../src/kernel/root.js';
import { nameTokens } from '../../../src/security/index.js';
import { sealPerson } from '../../../src/security/sealing/person.js';
import { type ApiServer, apiServer, emptyDatabase } from '../../api/api-server.js';
import { testDriver } from '../../setup/database.js';

export const PHONE = '+8619900001234';
export const NAME = '甲测试';
export const FIND = `mutation Find($kind: LookupKind!, $value: PersonalValue!, $purpose: String!) {
  findCustomer(kind: $kind, value: $value, purpose: $purpose) {
    found remaining why customers { customerId verified customer { alias name } }
  }
}`;
export const SEARCH = `mutation Search($name: PersonalValue!, $first: Int, $purpose: String!) {
  searchCustomers(name: $name, first: $first, purpose: $purpose) {
    found remaining why customers { customerId match customer { name } }
  }
}`;
const NAMES = ['单晓', '单晓明', '善小', 'Shan Xiao', '王单'];

/** To be called once in a test file: a server over those people before its tests, ended after them. */
export function people(): { readonly server: ApiServer } {
  const folder = mkdtempSync(join(tmpdir(), 'guanxi-find-'));
  let server: ApiServer;
  beforeAll(async () => {
    server = await peopleServer(folder);
  });
  afterAll(async () => {
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get server() {
      return server;
    },
  };
}

/** A server with few lookups a day over people of whom some have alike names; its policy goes into the folder. */
async function peopleServer(folder: string): Promise<ApiServer> {
  await emptyDatabase();
  const policy = join(folder, 'policy.yaml');
  const shipped = readFileSync(join(packageRoot, 'src/security/policy/policy.yaml'), 'utf8');
  writeFileSync(policy, shipped.replace('departments: {}', 'departments: { east: { regions: [East] } }'));
  const server = await apiServer({ LOOKUPS_PER_DAY: '3', OWN_COMPANY: 'own', GUANXI_POLICY: policy });
  const named = NAMES.map((name, n) => {
    const { key, wrapped } = server.vault.newKey();
    const sealed = { sealed: sealPerson(server.vault, key, { name }), nameTokens: nameTokens(server.vault, name) };
    return {
      id: `n${n}`,
      keyWrapped: wrapped,
      keyId: server.vault.keyId,
      region: n % 2 === 0 ? 'East' : 'West',
      ...sealed,
    };
  });
  await db('UNWIND $named AS row CREATE (c:Customer) SET c = row', { named });
  await db('CALL db.awaitIndexes()');
  const { key, wrapped } = server.vault.newKey();
  const lookup = server.vault.lookup('PHONE', PHONE);
  await db(
    `CREATE (c:Customer {id: 'c1', alias: 'C-1', keyWrapped: $wrapped, keyId: $keyId, sealed: $sealed})
     CREATE (c)-[:HAS_IDENTITY {verified: true, valueSealed: $valueSealed}]->(:Identity {key: 'PHONE|' + $lookup, kind: 'PHONE', lookup: $lookup, lookupKey: $lookupKey})
     CREATE (c)-[:WORKS_AT]->(:Company {id: 'own'})
     CREATE (:Customer {id: 'gone', alias: 'C-2'})`,
    {
      wrapped,
      keyId: server.vault.keyId,
      lookup,
      lookupKey: server.vault.lookupId,
      valueSealed: server.vault.seal(key, 'value', PHONE),
      sealed: sealPerson(server.vault, key, { name: NAME, phone: PHONE }),
    },
  );
  return server;
}

/** What the database holds, looked at directly. */
export async function db(cypher: string, params: object = {}): Promise<Record<string, unknown>[]> {
  const { records } = await testDriver().executeQuery(cypher, params);
  return records.map((record) => record.toObject());
}

/** Entries of the audit of one action. */
export const entries = (action: string) =>
  db(
    `MATCH (e:AuditEntry {action: $action}) RETURN e.viewer AS viewer, e.purpose AS purpose, e.customers AS customers,
       e.fields AS fields, e.detail AS detail ORDER BY e.seq`,
    { action },
  );

/** The variables of a lookup. */
export const find = (value: unknown, purpose = 'asks about an order', kind = 'PHONE') => ({ kind, value, purpose });
