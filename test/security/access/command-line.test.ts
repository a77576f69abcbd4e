import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operationsOf } from '../../../src/api/gate/operations.js';
import { COMMANDS } from '../../../src/cli/commands/index.js';
import { OPEN_DOORS, requireDoor } from '../../../src/cli/permitted.js';
import { programOf } from '../../../src/cli/run.js';
import { withServices } from '../../../src/cli/session.js';
import { readConfig } from '../../../src/config.js';
import { ROLES, type Role } from '../../../src/kernel/role.js';
import { policyOf, readPolicy, SHIPPED, usePolicy } from '../../../src/security/policy/index.js';
import { personalFields } from '../../../src/security/sealing/customer-view.js';
import { openVault } from '../../../src/security/sealing/keyring.js';
import { emptyDatabase, LIBRARY } from '../../api/api-server.js';
import { testDatabase, testDriver } from '../../setup/database.js';
import { shown, VALUES, writePeople } from './matrix.setup.js';

/**
 * The command line's cells of the matrix of roles, types and operations: it is who the policy says, and is shown no
 * more.
 */

const home = mkdtempSync(join(tmpdir(), 'guanxi-command-line-'));
const { uri, user, password, database } = testDatabase();
const config = readConfig({
  ...{ NEO4J_URI: uri, NEO4J_USER: user, NEO4J_PASSWORD: password, NEO4J_DATABASE: database },
  ...{ NODE_ENV: 'test', GUANXI_HOME: home, LOG_LEVEL: 'error' },
});
let lines: string[] = [];
const context = { config, out: (line: string) => lines.push(line), err: () => undefined };
const program = () => programOf(context);
const run = (...words: string[]) => program().parseAsync(words, { from: 'user' });

beforeAll(async () => {
  await emptyDatabase();
  await writePeople(openVault(config));
});
beforeEach(() => {
  lines = [];
});
afterEach(() => usePolicy(readPolicy()));
afterAll(() => rmSync(home, { recursive: true }));

/** The shipped policy with the command line in this role. */
function commandLineAs(role: Role): void {
  const { policy, path } = readPolicy();
  const said = JSON.stringify({ ...policy, commandLine: { role, purpose: policy.roles[role].purpose } });
  usePolicy(policyOf(said, path));
}

test('it is admin, for administration, as the shipped policy says in so many words', () => {
  expect(readFileSync(SHIPPED, 'utf8')).toContain('commandLine: { role: admin, purpose: administration }');
  expect(() =>
    policyOf(
      readFileSync(SHIPPED, 'utf8').replace('commandLine: { role: admin', 'commandLine: { role: analyst'),
      'p.yaml',
    ),
  ).toThrow(/commandLine\.purpose: administration is no purpose that analyst may state/);
});

test('in each role it opens, masks and hides personal fields as the policy says, and what it opens is in the audit', async () => {
  for (const role of ROLES) {
    commandLineAs(role);
    const seen = await withServices(context, (services) => personalFields(services, ['c1']));
    expect([role, seen.get('c1')]).toEqual([role, shown(role)]);
  }
  const { records } = await testDriver().executeQuery(
    "MATCH (e:AuditEntry {action: 'OPENED'}) RETURN e.viewer AS viewer, e.role AS role, e.purpose AS purpose, e.customers AS customers ORDER BY e.seq",
  );
  const { roles } = readPolicy().policy;
  const opening = ROLES.filter((role) => roles[role].identity === 'open' || roles[role].contact === 'open');
  expect(records.map((row) => row.toObject())).toEqual(
    opening.map((role) => ({ viewer: 'command-line', role, purpose: roles[role].purpose, customers: ['c1'] })),
  );
});

test('each command runs in the roles of its operation, and any other in admin alone', () => {
  const operations = operationsOf(LIBRARY);
  const asked = COMMANDS.filter(({ door }) => !OPEN_DOORS.includes(door));
  const doors = asked.flatMap(({ door }) => (door ? [door] : []));
  expect(doors.length).toBeGreaterThan(35);
  expect(doors.filter((door) => !operations.has(door))).toEqual([]);
  const ofAdmin = asked.filter(({ door }) => !door).map(({ name }) => name);
  for (const name of ['token', 'tokens create', 'users add', 'import', 'keys rotate', 'db reset', 'db backup'])
    expect(ofAdmin).toContain(name);
  const refuses = (door: (typeof asked)[number]['door']) => {
    try {
      requireDoor(door);
      return false;
    } catch {
      return true;
    }
  };
  for (const role of ROLES) {
    commandLineAs(role);
    for (const { name, door } of asked) {
      const refused = door ? !operations.get(door)!.roles.includes(role) : role !== 'admin';
      expect([role, name, refuses(door)]).toEqual([role, name, refused]);
    }
  }
});

test('each question of the library is answered in the roles of the policy', async () => {
  const operations = operationsOf(LIBRARY);
  const questions = [...LIBRARY.values()].filter(({ api, mode }) => api && mode === 'read');
  for (const role of ROLES) {
    commandLineAs(role);
    const refused = questions.filter(({ api }) => !operations.get(api!)!.roles.includes(role));
    for (const { name } of refused)
      await expect(run('cypher', 'run', name)).rejects.toMatchObject({ kind: 'FORBIDDEN' });
    if (role !== 'admin')
      await expect(run('cypher', 'run', 'security/steps/keys/sealed-fields')).rejects.toMatchObject({
        kind: 'FORBIDDEN',
      });
    await run('cypher', 'run', [...LIBRARY.values()].find(({ api }) => api === 'headline')!.name);
  }
});

test('rows hold no personal value in the clear, not even of an admin; a copy does, and only who may export makes one', async () => {
  const rows = ['cypher', 'run', 'security/steps/keys/sealed-fields', '--params', '{"customerIds": ["c1"]}'];
  await run(...rows);
  for (const value of Object.values(VALUES)) expect(lines.join('\n')).not.toContain(value);
  const out = join(home, 'copy');
  const copy = ['rights', 'export', 'c1', '--means', 'IN_PERSON', '--out', out];
  commandLineAs('analyst');
  await expect(run(...copy)).rejects.toMatchObject({ kind: 'FORBIDDEN' });
  expect(existsSync(out)).toBe(false);
  commandLineAs('privacy-officer');
  await run(...copy);
  expect(readFileSync(join(out, 'person.json'), 'utf8')).toContain(VALUES.phone);
  const { records } = await testDriver().executeQuery(
    "MATCH (e:AuditEntry {action: 'EXPORTED'}) RETURN e.viewer AS viewer, e.role AS role, e.purpose AS purpose",
  );
  expect(records.map((row) => row.toObject())).toEqual([
    { viewer: 'command-line', role: 'privacy-officer', purpose: 'privacy' },
  ]);
});
