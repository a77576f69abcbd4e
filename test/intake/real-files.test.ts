import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from '../../src/graph/graph.js';
import { erasePerson } from '../../src/rights/erasure/erase.service.js';
import { clear, emptyGraph, file, folder, home, importing, run, servicesOf } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(() => clear(graph));
afterAll(() => graph.close());

const cities = () => run(graph, 'MATCH (c:Customer) RETURN c.id AS id, c.city AS city ORDER BY id');
const gb18030 = Buffer.from('69642c636974790a31c7e0cbeb2cc9cfbaa30a'.replace('31c7e0cbeb', '31'), 'hex'); // id,city 1,上海

test('Chinese text of a spreadsheet is read as what it is; what is no text is refused before anything is written', async () => {
  const { rows } = await importing(graph, { files: [file('customers.csv', gb18030)] });
  expect([rows, await cities()]).toEqual([1, [{ id: '1', city: '上海' }]]);
  await clear(graph);
  const good = file('customers.csv', 'id,city\n2,Suzhou\n');
  for (const [bytes, said] of [
    [Buffer.from('id,name\na1,M\xfcller\n', 'latin1'), 'neither UTF-8 nor GB18030'],
    [Buffer.from('\ufeffid,name\na1,Li\n', 'utf16le'), 'is UTF-16'],
    [Buffer.from('id,name\na1,Li\n', 'utf16le'), 'is UTF-16'],
  ] as const)
    await expect(importing(graph, { files: [good, file('companies.csv', bytes)] })).rejects.toThrow(said);
  expect(await cities()).toEqual([]);
});

test('titles above the header, rows of separators and the separator that is told are read as people see them', async () => {
  const text =
    'sep=;\r\nCustomers of the shop\r\n"exported; today"\r\n;;\r\nid;city;\r\n1;Suzhou;\r\n;;\r\n2;Hangzhou;\r\n;;\r\n';
  const { files } = await importing(graph, { files: [file('customers.csv', text)] });
  expect(files[0]).toMatchObject({ rows: 2, created: 2, rejected: 0 });
  expect(await cities()).toEqual([
    { id: '1', city: 'Suzhou' },
    { id: '2', city: 'Hangzhou' },
  ]);
});

test('rows are wanted by conditions, and customers found by an address written otherwise', async () => {
  const dir = mkdtempSync(join(folder, 'in-'));
  const { writeFileSync } = await import('node:fs');
  writeFileSync(join(dir, 'people.csv'), 'no,mail\nc1,Li@Example.com\nc2,0\n');
  writeFileSync(
    join(dir, 'sales.csv'),
    'report\n\nno,mail,status,total\no1,<li@example.COM>,paid,"¥1,240.00"\no2,li@example.com,void,1\no3,nobody@example.com,paid,1\no4,li@example.com,,"(40.00)"\n',
  );
  const mapping = file(
    'm.yaml',
    `
number: point
zone: Asia/Shanghai
files:
  - {file: people.csv, to: Customer, set: {id: no, email: {column: mail, empty: ['0']}}}
  - file: sales.csv
    to: Order
    lookups: [{file: people.csv, by: mail, key: mail, as: EMAIL, take: {customer: no}}]
    where: {status: {not: [void]}, customer: {not: ''}}
    set: {id: no, customerId: customer, amount: total, currency: {value: CNY}, at: {value: '2026/1/5 8:00'}}
`,
  );
  const { files } = await importing(graph, { mapping, dir });
  expect(files[1]).toMatchObject({ rows: 4, created: 2, leftOut: 2, rejected: 0 });
  const orders = 'MATCH (o:Order) RETURN o.id AS id, o.amountMinor AS minor, toString(o.at) AS at ORDER BY id';
  expect(await run(graph, orders)).toEqual([
    { id: 'o1', minor: 124000, at: '2026-01-05T00:00:00Z' },
    { id: 'o4', minor: -4000, at: '2026-01-05T00:00:00Z' },
  ]);
});

const PEOPLE =
  'id,phone,email\nk1,"138 0000 0001 / 13900000009",li@example.com\nk2,1.38E+10,N/A\nk3,13900000009,Wu <li@example.com>\n';

test('damaged contacts are left out and counted, several are all kept, and a withdrawal reaches everybody there', async () => {
  const people = await importing(graph, { files: [file('customers.csv', PEOPLE)] });
  expect(people.files[0]).toMatchObject({ created: 3, damaged: 2, rejected: 0 });
  expect(await run(graph, 'MATCH (i:Identity)<-[:HAS_IDENTITY]-(c) RETURN i.kind AS kind, c.id AS id')).toEqual([
    { kind: 'PHONE', id: 'k1' },
  ]);
  const given = ['k1', 'k2', 'k3'].map((id) => `g-${id},${id},,marketing,ALL,GIVEN,2026-01-01`);
  const rows = [
    ...given,
    'w1,,LI@example.com,marketing,ALL,WITHDRAWN,2026-02-01',
    'w2,,who@example.com,marketing,ALL,WITHDRAWN,2026-02-01',
  ];
  const wrong = 'w3,,li@example.com,marketing,ALL,GIVEN,2026-02-01';
  const text = `id,customerId,email,purpose,channel,action,at\n${[...rows, wrong].join('\n')}\n`;
  const consents = await importing(graph, { files: [file('consents.csv', text)] });
  expect(consents.files[0]).toMatchObject({ rows: 6, created: 4, nobody: 1, rejected: 1 });
  const holding = 'MATCH (c:Customer)-[:CONSENTS_TO]->(:Purpose {id: "marketing"}) RETURN c.id AS id';
  expect(await run(graph, holding)).toEqual([{ id: 'k2' }]);
  const again = await importing(graph, { files: [file('consents.csv', text)] });
  expect(again.files[0]).toMatchObject({ created: 0, unchanged: 4, nobody: 1, rejected: 1 });
});

test('no spelling of an erased phone or mail brings the person back', async () => {
  await importing(graph, { files: [file('customers.csv', PEOPLE)] });
  await erasePerson(servicesOf(graph), { customerId: 'k1', mode: 'DELETE' });
  const spellings = [
    "'13800000001",
    '="13800000001"',
    'p:+8613800000001',
    '138\u200b0000 0001',
    '+86 (0)138-0000-0001',
    '13800000001 转 8',
  ];
  const mails = ['mailto:li@example.com', 'Li Feng <LI@example.com>', 'x@example.com ::: li@example.com'];
  const lines = [...spellings.map((text) => `${text},`), ...mails.map((text) => `,${text}`)];
  const back = lines.map((line, at) => `"n${at}",${line.replace('="13800000001"', '"=""13800000001"""')}`);
  const { files } = await importing(graph, { files: [file('customers.csv', `id,phone,email\n${back.join('\n')}\n`)] });
  expect(files[0]).toMatchObject({ rows: 9, created: 0, suppressed: 9 });
  expect(home).toBeTruthy();
});

test('a negative order is a refund: no purchase, and less spent, however it comes', async () => {
  const head = 'id,customerId,at,amount,currency\n';
  await importing(graph, { files: [file('customers.csv', 'id\nk1\n')] });
  await importing(graph, {
    files: [file('orders.csv', `${head}o1,k1,2026-01-02,100,CNY\no2,k1,2026-03-02,-40,CNY\n`)],
  });
  const totals =
    "MATCH (c:Customer {id: 'k1'}) RETURN c.orders AS orders, c.spendMinor AS spend, toString(c.lastOrderAt) AS last";
  const expected = [{ orders: 1, spend: 6000, last: '2026-01-02T00:00:00Z' }];
  expect(await run(graph, totals)).toEqual(expected);
  await importing(graph, { files: [file('orders.csv', `${head}o2,k1,2026-04-02,-40,CNY\n`)] });
  expect(await run(graph, totals)).toEqual(expected);
});
