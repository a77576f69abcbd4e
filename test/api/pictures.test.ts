import { paramsFromQuery } from '../../src/api/http/query-params.js';
import { drawn, pictureNamed } from '../../src/api/schema/pictures.js';
import { parseStatement } from '../../src/graph/library/header.js';

const customer = (element: string, id: string) => ({
  id: element,
  labels: ['Customer', 'Profiled'],
  properties: {
    id,
    alias: `C-${id}`,
    city: '成都',
    influence: 88.5,
    communityId: 'k1',
    sealed: 'v1.secret',
    keyWrapped: 'wrapped',
    spendMinor: 12_300,
    joinedAt: new Date(0),
  },
});

describe('what a drawing shows', () => {
  const path = {
    nodes: [
      customer('4:x:1', 'p1'),
      customer('4:x:2', 'p2'),
      { id: '4:x:3', labels: ['Company'], properties: { id: 'co1', name: 'Works', taxNumber: '9' } },
      { id: '4:x:4', labels: ['Identity'], properties: { id: 'i1', lookup: 'abc', kind: 'PHONE', name: 'n' } },
    ],
    ties: [
      { id: '5:x:1', from: '4:x:1', to: '4:x:2', type: 'KNOWS', properties: { closeness: 0.5, pair: 'p1|p2' } },
      { id: '5:x:2', from: '4:x:1', to: '4:x:99', type: 'KNOWS', properties: {} },
    ],
  };
  const drawing = drawn(path);

  it('keeps of a customer only what is on the list', () => {
    expect(drawing.nodes[0]!.properties).toEqual({
      alias: 'C-p1',
      city: '成都',
      influence: 88.5,
      communityId: 'k1',
    });
    expect(JSON.stringify(drawing)).not.toMatch(/secret|wrapped|spendMinor|lookup|abc|taxNumber|p1\|p2/);
  });

  it('replaces the ids of the database, and keeps no tie to a node that is not drawn', () => {
    expect(drawing.nodes.map((node) => node.id)).toEqual(['p1', 'p2', 'Company:co1', 'n3']);
    expect(drawing.ties).toEqual([{ id: 't0', from: 'p1', to: 'p2', type: 'KNOWS', properties: { closeness: 0.5 } }]);
    expect(JSON.stringify(drawing)).not.toContain(':x:');
  });

  it('shows the name of a thing, and of what accounts share only its kind', () => {
    expect(drawing.nodes[2]!.properties).toEqual({ name: 'Works' });
    expect(drawing.nodes[3]!.properties).toEqual({ kind: 'PHONE' });
  });
});

describe('which picture a name means', () => {
  const file = (name: string, roles: string) =>
    parseStatement(name, `// Ties.\n// mode picture\n// row tie path\n${roles}MATCH tie = ()--() RETURN tie;\n`);
  const library = new Map(
    [
      file('analysis/overview.picture', '// for analyst admin\n'),
      file('analysis/inner.picture', ''),
      parseStatement('analysis/rows', '// Rows.\n// mode read\n// for admin\nRETURN 1 AS n;\n'),
    ].map((statement) => [statement.name, statement]),
  );

  it('finds it with and without folder and ending', () => {
    for (const name of ['overview', 'analysis/overview', 'analysis/overview.picture'])
      expect(pictureNamed(library, name).name).toBe('analysis/overview.picture');
  });

  it('refuses one without roles, a question, and an unknown name', () => {
    expect(() => pictureNamed(library, 'inner')).toThrow(expect.objectContaining({ kind: 'FORBIDDEN' }));
    expect(() => pictureNamed(library, 'rows')).toThrow(expect.objectContaining({ kind: 'NOT_FOUND' }));
    expect(() => pictureNamed(library, 'view')).toThrow(expect.objectContaining({ kind: 'NOT_FOUND' }));
  });
});

describe('texts of a query string', () => {
  const header = '// Q.\n// mode read\n// param n integer\n// param on boolean\n// param kinds list<string>\nRETURN 1;';
  const statement = parseStatement('a/b', header);

  it('become what the header declares, and stay text where they are not', () => {
    expect(paramsFromQuery(statement, { n: '20', on: 'true', kinds: 'a,b' })).toEqual({
      n: 20,
      on: true,
      kinds: ['a', 'b'],
    });
    expect(paramsFromQuery(statement, { n: 'many', on: 'yes', kinds: ['a'], other: '1' })).toEqual({
      n: 'many',
      on: 'yes',
      kinds: ['a'],
      other: '1',
    });
  });
});
