import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Graph } from '../../src/graph/graph.js';
import { parseStatement } from '../../src/graph/library/header.js';
import type { Language } from '../../src/kernel/language.js';
import { packageRoot } from '../../src/kernel/root.js';
import { phraseOf } from '../../src/packs/bloom/phrases.js';
import { perspective } from '../../src/packs/index.js';
import { readPolicy, usePolicy } from '../../src/security/index.js';
import { policyOf } from '../../src/security/policy/index.js';
import { SHIPPED } from '../../src/security/policy/read.js';
import { buildVocabulary } from '../setup/vocabulary.js';
import { clear, emptyGraph, servicesWith } from '../setup/world.js';

let graph: Graph;

beforeAll(async () => {
  graph = await emptyGraph();
  await buildVocabulary(graph);
});

afterAll(async () => {
  usePolicy(readPolicy());
  await clear(graph);
  await graph.driver.executeQuery('MATCH (m:Migration {id: 999999}) DELETE m');
  await graph.close();
});

const made = (role: 'admin' | 'analyst' | 'marketer', language: Language = 'en') =>
  perspective(servicesWith(graph), role, language);
const shownOf = async (role: 'admin' | 'analyst' | 'marketer', category = 'Customer') => {
  const found = (await made(role)).categories.find(({ name }) => name === category)!;
  const named = (excluded: boolean) => found.properties.filter((p) => p.exclude === excluded).map(({ name }) => name);
  return { shown: named(false), hidden: named(true) };
};

test.each([
  ['admin', 'en'],
  ['analyst', 'en'],
  ['analyst', 'zh'],
  ['marketer', 'en'],
] as const)('the perspective of %s in %s is as the schema says', async (role, language) => {
  const schema = JSON.parse(readFileSync(join(packageRoot, 'src/packs/bloom/perspective.schema.json'), 'utf8'));
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  validate(JSON.parse(JSON.stringify(await made(role, language))));
  expect(validate.errors ?? []).toEqual([]);
});

test('there is a phrase for every picture with a phrase line, but what is asked about a selection is a scene action', async () => {
  const { templates, sceneActions } = await made('admin');
  const phrases = [...graph.library.values()].flatMap(({ mode, phrase }) =>
    mode === 'picture' && phrase ? [phrase] : [],
  );
  expect([...templates.map(({ text }) => text), ...sceneActions.map(({ name }) => name)].sort()).toEqual(
    phrases.sort(),
  );
  const wanted = ['Who brought them', 'Ways between them', 'Ways to them from the most influential'];
  expect(sceneActions.map(({ name }) => name)).toEqual(
    expect.arrayContaining([...wanted, 'Same community', 'Close ties at risk']),
  );
});

test('each phrase is in Chinese as well, and asks for the same', async () => {
  const [english, chinese] = [await made('admin'), await made('admin', 'zh')];
  const asked = ({ templates }: typeof english) =>
    templates.map(({ params, cypher }) => ({ cypher, params: params.map(({ name }) => name).sort() }));
  expect(asked(chinese)).toEqual(asked(english));
  const said = [...chinese.templates.map(({ text }) => text), ...chinese.sceneActions.map(({ name }) => name)];
  const words = [...said, ...chinese.categories.map(({ name }) => name)];
  expect(words.filter((text) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  expect(new Set(said).size).toBe(said.length);
});

test('what a customer is sealed by, found by and named by is hidden, from everybody', async () => {
  const sealed = ['sealed', 'keyWrapped', 'keyId', 'nameTokens', 'phoneLookup', 'emailLookup', 'wechatLookup'];
  for (const role of ['admin', 'analyst', 'marketer'] as const) {
    const { shown, hidden } = await shownOf(role);
    expect(hidden).toEqual(expect.arrayContaining(sealed));
    expect(shown).toEqual(expect.arrayContaining(['alias', 'city', 'influence', 'communityId', 'spendMinor']));
  }
  const identity = await shownOf('admin', 'Shared account or device');
  expect(identity.shown).toEqual(['kind']);
  expect(identity.hidden).toEqual(expect.arrayContaining(['lookup', 'valueSealed']));
});

test('every property that the database has on people is either shown or hidden by name', async () => {
  const { shown, hidden } = await shownOf('analyst');
  const { records } = await graph.driver.executeQuery('MATCH (c:Customer) UNWIND keys(c) AS key RETURN DISTINCT key');
  const keys = records.map((record) => record.get('key') as string);
  expect(keys.length).toBeGreaterThan(40);
  expect(keys.filter((key) => !shown.includes(key) && !hidden.includes(key))).toEqual([]);
});

test('a role that the policy keeps consents, behaviour or pictures from does not get them', async () => {
  const types = async (role: 'analyst' | 'marketer') => (await made(role)).relationshipTypes.map(({ name }) => name);
  expect(await types('marketer')).toContain('CONSENTS_TO');
  expect(await types('analyst')).not.toContain('CONSENTS_TO');
  expect((await made('analyst')).hiddenRelationshipTypes).toContain('CONSENTS_TO');
  expect((await made('marketer')).templates.map(({ text }) => text)).not.toContain('Referral fraud rings');
  const hiding = readFileSync(SHIPPED, 'utf8').replace(/(analyst: .*behaviour: )open/, '$1hidden');
  usePolicy(policyOf(hiding, 'a policy of the test'));
  const { shown, hidden } = await shownOf('analyst');
  usePolicy(readPolicy());
  expect(shown).not.toContain('spendMinor');
  expect(hidden).toContain('spendMinor');
});

test('influence is size, a community is a colour, and no consent is grey', async () => {
  const [customer, without] = (await made('analyst')).categories;
  const [size, ...colours] = customer!.styleRules;
  expect(size).toMatchObject({ basedOn: 'influence_number', applySize: true, applyColor: false });
  expect(colours.length).toBeGreaterThan(0);
  for (const rule of colours) expect(rule).toMatchObject({ basedOn: 'communityId_string', applyColor: true });
  expect([customer!.labels, without!.labels]).toEqual([['Profiled'], ['Customer']]); // the first that fits is taken
  expect(without!.color).toBe('#A5ABB6');
});

describe('a phrase', () => {
  const picture = (phrase: string, params: string, text: string) =>
    parseStatement('x/y.picture', `// T.\n// mode picture\n${params}\n// row p path\n// phrase ${phrase}\n${text}`);

  test('asks for what it names, typed, and has the rest in its text', () => {
    const params =
      "// param customer string\n// param n integer = 3\n// param kind string? = 'a\\'b'\n// param least float = 1";
    const {
      text,
      params: asked,
      cypher,
    } = phraseOf(
      picture(
        'Who $customer knows, $n',
        params,
        'MATCH p = (:C {id: $customer, kind: $kind, f: $least}) RETURN p LIMIT $n',
      ),
      'en',
    );
    expect(text).toBe('Who $customer knows, $n');
    expect(asked.map(({ name, dataType, suggestionProp }) => [name, dataType, suggestionProp])).toEqual([
      ['$customer', 'String', 'id'],
      ['$n', 'Integer', null],
    ]);
    expect(cypher).toContain('id: $customer');
    expect(cypher).toContain('f: 1.0');
    expect(cypher).toContain('LIMIT $n');
  });

  test.each([
    ['Who', '// param customer string', /does not ask for customer/],
    ['Who $person', '// param n integer = 1', /\$person, which is no parameter/],
    ['Who $colour', "// param colour string = 'red'", /nothing is suggested for \$colour/],
  ])('"%s" on "%s" is a SETUP error', (phrase, params, message) => {
    const statement = picture(phrase, params, 'RETURN 1');
    expect(() => phraseOf(statement, 'en')).toThrow(
      expect.objectContaining({ kind: 'SETUP', message: expect.stringMatching(message) }),
    );
  });

  test('that is in one language only is a SETUP error', () => {
    expect(() => phraseOf(picture('Who', '// param n integer = 1', 'RETURN $n'), 'zh')).toThrow(
      expect.objectContaining({ kind: 'SETUP', message: expect.stringMatching(/one language only/) }),
    );
  });
});
