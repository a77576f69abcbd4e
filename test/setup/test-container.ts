import { randomBytes } from 'node:crypto';
import { Neo4jContainer, Neo4jPlugin } from '@testcontainers/neo4j';
import { sharedSettings } from '../../src/database/local/conf.js';
import type { RunningDatabase, Say } from '../../src/database/running.js';

const IMAGE = 'neo4j:5.26-community';

/** Neo4j in a container of the test run's own, where a Docker engine answers. Its data goes with it. */
export async function startTestContainer(say: Say): Promise<RunningDatabase> {
  say(`starting ${IMAGE} by testcontainers (the image is fetched once) …`);
  const container = await new Neo4jContainer(IMAGE)
    .withPassword(randomBytes(24).toString('base64url'))
    .withPlugins([Neo4jPlugin.GRAPH_DATA_SCIENCE, Neo4jPlugin.APOC])
    .withEnvironment(imageVariables(sharedSettings({ quick: true })))
    .withStartupTimeout(300_000)
    .start();
  return {
    uri: container.getBoltUri(),
    user: container.getUsername(),
    password: container.getPassword(),
    database: 'neo4j',
    httpUrl: container.getHttpUri(),
    way: 'testcontainers',
    startedHere: true,
    stop: async () => void (await container.stop()),
  };
}

/** Settings as the variables that Neo4j's image takes: dots become `_`, underscores `__`. */
export function imageVariables(settings: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      `NEO4J_${name.replaceAll('_', '__').replaceAll('.', '_')}`,
      value,
    ]),
  );
}
