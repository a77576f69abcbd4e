import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { sharedSettings } from '../../src/database/local/conf.js';
import { packageRoot } from '../../src/kernel/root.js';
import { imageVariables } from '../setup/test-container.js';

// the compose specification's own schema, as the docker-compose package ships it
const schema = JSON.parse(readFileSync(require.resolve('docker-compose/schema/compose-spec.json'), 'utf8'));
const text = readFileSync(join(packageRoot, 'docker-compose.yml'), 'utf8');
const file = parse(text);

function problems(compose: unknown): string[] {
  const { $schema: _draft07, ...rest } = schema;
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(rest);
  return validate(compose) ? [] : (validate.errors ?? []).map((e) => `${e.instancePath} ${e.message}`);
}

test('docker-compose.yml is valid by the compose specification', () => {
  expect(problems(file)).toEqual([]);
});

test('the schema refuses a wrong key and a wrong type', () => {
  expect(problems({ services: { neo4j: { imagee: 'neo4j' } } })).not.toEqual([]);
  expect(problems({ services: { neo4j: { ports: 7687 } } })).not.toEqual([]);
});

test('every published port is on loopback only', () => {
  const ports = Object.values<{ ports?: string[] }>(file.services).flatMap((service) => service.ports ?? []);
  expect(ports).toHaveLength(3);
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/);
});

test('the container gets the settings of the local server', () => {
  expect(file.services.neo4j.environment).toMatchObject(imageVariables(sharedSettings()));
});

test('no password stands in the file', () => {
  expect(file.services.neo4j.environment.NEO4J_AUTH).toMatch(/^neo4j\/\$\{GUANXI_DB_PASSWORD:\?/);
  expect(file.services.server.environment.NEO4J_PASSWORD).toMatch(/^\$\{GUANXI_DB_PASSWORD:\?/);
});

test('the server waits for a healthy database', () => {
  expect(file.services.server.depends_on.neo4j.condition).toBe('service_healthy');
  expect(file.services.neo4j.healthcheck.test).toBeDefined();
});
