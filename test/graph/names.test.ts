import { namesIn } from '../../src/graph/library/names.js';

test('labels, types and properties that statements name, each once', () => {
  const texts = [
    "MATCH (a:Customer|Company {id: $id})-[t:KNOWS|WORKS_AT {kind: 'x'}]->(b:Customer:Profiled) WHERE a.age > 3 SET b:Changed",
    'MATCH (a:Customer)-[:KNOWS]->(x) WHERE t:REFERRED SET a += {city: $city, at: datetime()}',
    'MATCH ()-[t:REFERRED*1..3]->() RETURN t.since',
  ];
  expect(namesIn(texts)).toEqual({
    labels: ['Changed', 'Company', 'Customer', 'Profiled'],
    types: ['KNOWS', 'REFERRED', 'WORKS_AT'],
    keys: ['age', 'at', 'city', 'id', 'kind', 'since'],
  });
});

test('fields of rows and parameters, texts and remarks are none', () => {
  const text = `UNWIND $rows AS row // a.remark of (a:Remark)
    WITH row, {inner: row.field} AS map
    MATCH (a:Customer {id: row.id}) WHERE a.name <> 'b.text (c:Text)'
    RETURN map.inner, a.name, $given.other AS given`;
  expect(namesIn([text])).toEqual({ labels: ['Customer'], types: [], keys: ['id', 'name'] });
});
