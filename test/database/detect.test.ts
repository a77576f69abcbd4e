import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../src/config.js';
import { findDocker, findJava, findMaven, javaMajor } from '../../src/database/detect.js';
import { chooseWay, ensureDatabase } from '../../src/database/ensure.js';

const folder = mkdtempSync(join(tmpdir(), 'guanxi-detect-'));
const bin = (name: string, script?: string) => {
  const path = join(folder, name);
  mkdirSync(path);
  if (script === undefined) return path;
  writeFileSync(join(path, 'java'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(path, 'java'), 0o755);
  return path;
};
const config = (env: Record<string, string> = {}) => readConfig({ GUANXI_HOME: join(folder, 'home'), ...env });
const nothing = { PATH: bin('empty') };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('no Docker engine behind a socket that is not there: it says so, whether a docker command is here or not', async () => {
  const env = { ...process.env, DOCKER_HOST: `unix://${join(folder, 'no.sock')}`, DOCKER_CONTEXT: undefined };
  const found = await findDocker(env, true);
  expect(found.ok).toBe(false);
  expect(found.what).toMatch(/^no Docker engine answers: ./);
});

test('no Docker command, no Java, no Maven: each is named', async () => {
  expect((await findDocker(nothing, true)).what).toBe('no Docker engine answers: there is no docker command');
  expect((await findJava(nothing, 17, folder)).what).toBe('there is no Java');
  expect((await findMaven(nothing)).what).toBe('there is no Maven');
});

test('with nothing there, one SETUP error names all three ways', async () => {
  await expect(ensureDatabase(config(), { env: nothing })).rejects.toMatchObject({
    kind: 'SETUP',
    // a Java of this machine may be found all the same, where all are kept
    message: expect.stringMatching(
      /^no way to bring Neo4j up: NEO4J_URI is not set; no Docker engine answers: .*; there is no (Java|Maven)$/,
    ),
    hint: expect.stringMatching(/NEO4J_URI.*Docker engine.*Java 17.*Maven/),
  });
});

test('Java without Maven is not enough while the jars are not there', async () => {
  const env = { PATH: bin('java17', `echo 'openjdk version "17.0.15" 2025-04-15' >&2`) };
  await expect(chooseWay(config(), env, true)).rejects.toMatchObject({
    kind: 'SETUP',
    message: expect.stringContaining('there is no Maven'),
  });
});

test('an old Java is named with its version', async () => {
  const env = { PATH: bin('java8', `echo 'java version "1.8.0_392"' >&2`) };
  const found = await findJava(env, 17, folder);
  expect(found).toMatchObject({ ok: false, what: 'Java 8 is too old, 17 or newer is needed' });
});

test('a Java that is new enough is found by JAVA_HOME, by the path, then the newest among all that are installed', async () => {
  const all = join(folder, 'jvm');
  for (const major of [17, 21, 25]) {
    const home = join('jvm', `java-${major}`);
    mkdirSync(join(folder, home), { recursive: true });
    bin(join(home, 'bin'), `echo 'openjdk version "${major}"' >&2`);
  }
  const onPath = { PATH: bin('java17too', `echo 'openjdk version "17.0.15"' >&2`) };
  const java = async (env: Record<string, string>, least: number) => {
    const { what, command } = await findJava(env, least, all);
    return [what, command.replace(all, '')];
  };
  expect(await java(onPath, 17)).toEqual(['Java 17', 'java']);
  expect(await java(onPath, 21)).toEqual(['Java 25', '/java-25/bin/java']);
  expect(await java({ ...onPath, JAVA_HOME: join(all, 'java-21') }, 21)).toEqual(['Java 21', '/java-21/bin/java']);
  expect(await java(onPath, 26)).toEqual(['Java 17 is too old, 26 or newer is needed', 'java']);
});

test('the newer line is a local server, whatever engine answers, and asks for its own Java', async () => {
  const newer = config({ GUANXI_NEO4J: '2026' });
  const { message, hint } = await chooseWay(newer, nothing, true).then(
    () => ({ message: '', hint: '' }),
    (error) => error,
  );
  expect(message).toMatch(/GUANXI_NEO4J=2026 names a local server/);
  expect(hint).toMatch(/Java 21 or newer/);
});

test('GUANXI_DB=docker without an engine does not fall back', async () => {
  await expect(chooseWay(config({ GUANXI_DB: 'docker' }), nothing, true)).rejects.toMatchObject({
    kind: 'SETUP',
    message: 'GUANXI_DB=docker, but no Docker engine answers: there is no docker command',
  });
});

test('a given address wins and is never stopped from here', async () => {
  const lines: string[] = [];
  const given = config({ NEO4J_URI: 'neo4j://db.example.com:7687', NEO4J_PASSWORD: 'given' });
  const database = await ensureDatabase(given, { env: nothing, onProgress: (line) => lines.push(line) });
  expect(database).toMatchObject({ way: 'given', uri: 'neo4j://db.example.com:7687', startedHere: false });
  expect(lines).toEqual(['database: neo4j://db.example.com:7687, as NEO4J_URI says']);
});

test.each([
  ['openjdk version "17.0.15" 2025-04-15', 17],
  ['openjdk version "25" 2025-09-16', 25],
  ['java version "1.8.0_392"', 8],
  ['bash: java: not found', undefined],
])('Java version in %s', (printed, major) => expect(javaMajor(printed)).toBe(major));
