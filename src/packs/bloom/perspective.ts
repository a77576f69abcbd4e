import { operationsOf, pictureOperation } from '../../api/gate/operations.js';
import type { Statement } from '../../graph/library/header.js';
import type { Language } from '../../kernel/language.js';
import type { Role } from '../../kernel/role.js';
import { rolesAllowed, type Services } from '../../security/index.js';
import { graphShownTo } from '../graph-model.js';
import { idOf } from '../ids.js';
import { categoriesOf, labelsOf, relationshipsOf } from './categories.js';
import { isSceneAction, phraseOf } from './phrases.js';

/** The form that this follows: exports of Bloom 2.3 to 2.7 have the same fields, and later versions read it. */
const BLOOM = '2.6.0';

const PALETTE = [
  ...['#FFE081', '#C990C0', '#F79767', '#57C7E3', '#F16667', '#D9C8AE', '#8DCC93'],
  ...['#ECB5C9', '#4C8EDA', '#FFC454', '#DA7194', '#569480', '#848484', '#D9D9D9'],
];

/**
 * The graph as Neo4j Bloom shows it to a role, as a file to import: what the role may not see is excluded, and phrases
 * are those of the pictures it may ask. It reads names of properties and communities from the database, nothing of
 * people.
 */
export async function perspective({ graph, clock }: Services, role: Role, language: Language) {
  const at = clock.now().getTime();
  const shown = graphShownTo(role);
  const names = await graph.read('packs/steps/names', {});
  const communities = (await graph.read('analysis/communities', { limit: 12 })).map(({ id }) => id);
  const keys = names.filter(({ kind }) => kind === 'PROPERTY').map(({ name }) => name);
  const types = names.filter(({ kind }) => kind === 'RELATIONSHIP').map(({ name }) => name);
  const relationshipTypes = relationshipsOf(shown);
  const pictures = picturesFor(graph.library.values(), role, operationsOf(graph.library));
  return {
    ...{ name: `${language === 'zh' ? '关系' : 'Guanxi'}, ${role}`, id: idOf('perspective', role, language) },
    categories: categoriesOf({ graph: shown, keys, communities, at, language }),
    labels: labelsOf(shown),
    relationshipTypes,
    ...{ palette: { colors: PALETTE, currentIndex: 0 }, createdAt: at, lastEditedAt: at },
    templates: pictures.filter((one) => !isSceneAction(one)).map((one, place) => templateOf(one, language, at + place)),
    sceneActions: pictures.filter(isSceneAction).map((one, place) => sceneActionOf(one, language, at + place)),
    hiddenRelationshipTypes: types.filter((type) => !relationshipTypes.some(({ name }) => name === type)),
    ...{ hiddenCategories: [], hideUncategorisedData: true, isAuto: false, history: [], parentPerspectiveId: null },
    metadata: {
      pathSegments: shown.ties.map(({ type, from, to }) => ({ source: from, relationshipType: type, target: to })),
      ...{ indexes: [], stats: { labels: {}, relationshipTypes: {} } },
    },
    version: BLOOM,
  };
}

/** Pictures with a phrase that the role may ask; one that is not published shows no more than the graph does. */
function picturesFor(
  statements: Iterable<Statement>,
  role: Role,
  operations: ReturnType<typeof operationsOf>,
): Statement[] {
  return [...statements].filter(({ mode, phrase, name }) => {
    const published = operations.get(pictureOperation(name));
    return mode === 'picture' && phrase !== null && (!published || rolesAllowed(published).includes(role));
  });
}

function templateOf(statement: Statement, language: Language, at: number) {
  const { text, params, cypher } = phraseOf(statement, language);
  return {
    ...{
      name: language === 'zh' ? text : statement.title,
      id: `tmpl:${at}`,
      createdAt: at,
      text,
      cypher,
      isUpdateQuery: null,
    },
    params: params.map((param) => ({ ...param, collapsed: false, suggestionBoolean: false, cypher: null })),
    hasCypherErrors: false,
  };
}

function sceneActionOf(statement: Statement, language: Language, at: number) {
  const { text, cypher } = phraseOf(statement, language);
  return {
    ...{ name: text, id: idOf('scene action', statement.name), createdAt: at, cypher, isUpdateQuery: null },
    ...{ categories: null, relationshipTypes: null, hasCypherErrors: false },
  };
}
