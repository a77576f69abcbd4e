import { join } from 'node:path';
import type { Graph } from '../../src/graph/graph.js';
import { packageRoot } from '../../src/kernel/root.js';
import { clear, emptyGraph, importing, run } from './world.js';

let graph: Graph;
beforeAll(async () => {
  graph = await emptyGraph();
});
beforeEach(() => clear(graph));
afterAll(() => graph.close());

const dir = join(packageRoot, 'seed', 'mappings', 'samples');

/** What became of each file of a mapping: rows created, left out and rejected; a second time nothing changes. */
async function brought(name: string) {
  const mapping = join(packageRoot, 'seed', 'mappings', `${name}.yaml`);
  const { files } = await importing(graph, { mapping, dir });
  const again = await importing(graph, { mapping, dir });
  expect(again.files.map(({ name: file, created, updated }) => [file, created, updated])).toEqual(
    files.map(({ name: file }) => [file, 0, 0]),
  );
  return files.map(({ name: file, created, leftOut, rejected }) => [file.split(' → ')[1], created, leftOut, rejected]);
}

const orders = `MATCH (c:Customer)-[:PLACED]->(o:Order) RETURN o.id AS id, o.amountMinor AS minor, o.currency AS currency,
  toString(o.at) AS at ORDER BY id`;

test('Shopify: customers with their armour, subscriptions, orders of known customers, refunds, products', async () => {
  expect(await brought('shopify')).toEqual([
    ['Product', 2, 0, 0],
    ['Customer', 3, 0, 0],
    ['ConsentEvent', 1, 2, 0],
    ['Order', 2, 2, 0],
    ['Order', 1, 3, 0],
    ['CONTAINS', 3, 1, 0],
  ]);
  expect(await run(graph, orders)).toEqual([
    { id: 'shopify-#1050', minor: 10090, currency: 'EUR', at: '2026-05-01T07:59:00Z' },
    { id: 'shopify-#1050-refund', minor: -3795, currency: 'EUR', at: '2026-05-01T07:59:00Z' },
    { id: 'shopify-#1051', minor: 6295, currency: 'EUR', at: '2026-05-03T09:30:00Z' },
  ]);
  const totals = 'MATCH (c:Customer) WHERE c.orders > 0 RETURN c.id AS id, c.orders AS orders, c.spendMinor AS spend';
  expect(await run(graph, totals)).toEqual([{ id: 'shopify-8000000000101', orders: 1, spend: 6295 }]);
});

test('WooCommerce: guests and accounts by their mail, in the time of the shop, without failed orders', async () => {
  expect(await brought('woocommerce')).toEqual([
    ['Customer', 2, 0, 0],
    ['Order', 2, 1, 0],
    ['Order', 1, 2, 0],
  ]);
  expect((await run(graph, orders))[0]).toEqual({
    id: 'woo-701',
    minor: 2889,
    currency: 'EUR',
    at: '2026-03-01T13:05:00Z',
  });
  const ids = await run(graph, 'MATCH (c:Customer) WHERE c.id CONTAINS "@" OR c.phoneLookup IS NULL RETURN c.id AS id');
  expect(ids).toEqual([]);
});

test('HubSpot: contacts, companies, who may be mailed; what is no phone is left out', async () => {
  expect(await brought('hubspot')).toEqual([
    ['Company', 1, 2, 0],
    ['Customer', 3, 0, 0],
    ['ConsentEvent', 1, 2, 0],
    ['WORKS_AT', 1, 2, 0],
  ]);
  const reached =
    'MATCH (c:Customer) WHERE c.phoneLookup IS NOT NULL RETURN count(c) AS phones, count(c.emailLookup) AS mails';
  expect(await run(graph, reached)).toEqual([{ phones: 2, mails: 2 }]);
});

test('Mailchimp: subscribers consent, and an unsubscribe reaches the address in any spelling', async () => {
  expect(await brought('mailchimp')).toEqual([
    ['Customer', 2, 0, 0],
    ['ConsentEvent', 2, 0, 0],
    ['ConsentEvent', 1, 0, 0],
  ]);
  const holds = 'MATCH (c:Customer)-[k:CONSENTS_TO]->(p) RETURN c.id AS id, p.id AS purpose, k.channel AS channel';
  expect(await run(graph, holds)).toEqual([{ id: 'mailchimp-90000001', purpose: 'marketing', channel: 'MAIL' }]);
});

test('LinkedIn: notes above the header, no profile in an id', async () => {
  expect(await brought('linkedin')).toEqual([
    ['Company', 2, 0, 0],
    ['Customer', 2, 0, 0],
    ['WORKS_AT', 2, 0, 0],
  ]);
  const people =
    'MATCH (c:Customer) RETURN toString(c.joinedAt) AS joined, c.linkedinLookup IS NOT NULL AS found ORDER BY joined';
  expect(await run(graph, people)).toEqual([
    { joined: '2023-01-03T00:00:00Z', found: true },
    { joined: '2024-03-12T00:00:00Z', found: true },
  ]);
});

test('Google Contacts: several mails and phones in a cell', async () => {
  expect(await brought('google-contacts')).toEqual([['Customer', 2, 0, 0]]);
  expect(await run(graph, 'MATCH (i:Identity) RETURN i.kind AS kind ORDER BY kind')).toEqual([
    { kind: 'EMAIL' },
    { kind: 'PHONE' },
  ]);
});

test('vCard: people of 3.0 and 4.0, and those who are related and have a card', async () => {
  expect(await brought('vcard')).toEqual([
    ['Customer', 1, 0, 0],
    ['Customer', 3, 0, 0],
    ['FAMILY_OF', 1, 3, 0],
    ['WORKS_WITH', 1, 4, 0],
  ]);
  const ties = 'MATCH (a)-[t:FAMILY_OF|WORKS_WITH]->(b) RETURN type(t) AS type, t.role AS role ORDER BY type';
  expect(await run(graph, ties)).toEqual([
    { type: 'FAMILY_OF', role: 'spouse' },
    { type: 'WORKS_WITH', role: 'colleague' },
  ]);
  expect(await run(graph, 'MATCH (c:Customer) WHERE c.phoneLookup IS NOT NULL RETURN count(c) AS phones')).toEqual([
    { phones: 3 },
  ]);
});
