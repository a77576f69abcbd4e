import { checkDatabase } from '../../src/database/check.js';
import { atLeast } from '../../src/database/version.js';
import { testDatabase, testDriver } from '../setup/database.js';

test('the test database is what the product needs', async () => {
  const facts = await checkDatabase(testDriver(), testDatabase().database);
  expect(atLeast(facts.neo4j, '5.26')).toBe(true);
  expect(atLeast(facts.gds, '2.13')).toBe(true);
  expect(facts.apoc).toMatch(/^\d+\.\d+/);
});
