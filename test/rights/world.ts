import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Graph } from '../../src/graph/graph.js';
import { fixedClock } from '../../src/kernel/clock.js';
import type { Services } from '../../src/security/services.js';
import { emptyGraph, file, home, importing, run, servicesOf } from '../intake/world.js';

/** Made-up people: `cust-0001` is the one who asks; `cust-0002` shares an address and a tie with them. */
export const VALUES = ['cust-0001', 'Li Made-Up', '13800000001', 'li@mail.example', 'wx-li-made-up', '8613800000001'];

export const FILES: Readonly<Record<string, string>> = {
  'customers.csv':
    'id,name,phone,email,wechat,city,region,ageBand\ncust-0001,Li Made-Up,13800000001,li@mail.example,wx-li-made-up,Suzhou,East,25-34\ncust-0002,Wu Made-Up,13800000002,,,Suzhou,East,35-44\ncust-0011,He Made-Up,13800000011,,,Suzhou,East,35-44\n',
  'consents.csv':
    'id,customerId,purpose,channel,action,at\ne1,cust-0001,profiling,ALL,GIVEN,2026-01-01\ne2,cust-0001,marketing,SMS,GIVEN,2026-01-01\ne3,cust-0002,profiling,ALL,GIVEN,2026-01-01\n',
  'categories.csv': 'id,name\ng1,Food\n',
  'products.csv': 'id,name,categoryId\np1,Noodles,g1\n',
  'stores.csv': 'id,name\ns1,Shop\n',
  'companies.csv': 'id,name\nb1,Works\n',
  'interests.csv': 'id,name\ni1,Tea\n',
  'employment.csv': 'customerId,companyId,role,level\ncust-0001,b1,chef,2\n',
  'customer-interests.csv': 'customerId,interestId,weight\ncust-0001,i1,0.5\n',
  'identities.csv':
    'customerId,kind,value\ncust-0001,PHONE,138 0000 0001\ncust-0001,ADDRESS,Made-Up Road 1\ncust-0002,ADDRESS,Made-Up Road 1\n',
  'source-records.csv': 'source,id,customerId,name\npos,7,cust-0001,Li M\n',
  'ties.csv':
    'fromId,toId,kind,closeness,since,role\ncust-0002,cust-0001,FAMILY_OF,0.5,2020-01-01,spouse\ncust-0001,cust-0011,REFERRED,0.5,2019-01-01,\n',
  'orders.csv':
    'id,customerId,at,amount,currency,storeId\no1,cust-0001,2026-01-02T10:00:00Z,14.96,CNY,s1\no2,cust-0002,2026-02-02T10:00:00Z,0.1,CNY,\n',
  'order-lines.csv': 'orderId,productId,quantity,price\no1,p1,2,7.48\n',
  'posts.csv':
    'id,customerId,text,replyTo,productId\nt1,cust-0001,a question of mine,,p1\nt2,cust-0002,an answer,t1,\n',
  'reactions.csv': 'customerId,postId,kind,at\ncust-0002,t1,LIKED,\ncust-0001,t2,LIKED,\n',
  'events.csv': 'source,id,customerId,type,at,payload\napp,1,cust-0001,login,2025-01-01,"{""who"": ""cust-0001""}"\n',
  'campaigns.csv': 'id,name,purpose,channel\nm1,Spring,marketing,SMS\n',
  'touches.csv': 'id,campaignId,customerId,variant,at\nm1|cust-0001,m1,cust-0001,B,2026-01-01\n',
  'conversions.csv': 'id,touchId,customerId,orderId,at,valueMinor\nv1,m1|cust-0001,cust-0001,o1,2026-01-02,1496\n',
  'rewards.csv':
    'id,customerId,referredId,at,amountMinor,currency\nw1,cust-0001,cust-0011,2026-01-03,2000,CNY\nw2,cust-0002,cust-0001,2026-01-03,2000,CNY\n',
};

/** To be called once in a test file: these people in a graph, and services as of a time. */
export function rightsWorld() {
  let graph: Graph;
  beforeAll(async () => {
    graph = await emptyGraph();
    await importWorld(graph);
  });
  afterAll(() => graph.close());
  return {
    get graph() {
      return graph;
    },
    services: (now = '2026-06-01T00:00:00Z'): Services => ({ ...servicesOf(graph), clock: fixedClock(now) }),
  };
}

/** Imports them as a company would, and one wrong row of each person, which goes among the rejects. */
export async function importWorld(graph: Graph) {
  const files = Object.entries(FILES).map(([name, text]) => file(name, text));
  const report = await importing(graph, { files });
  const wrong =
    'id,name,phone,gender\ncust-0001,Li Made-Up,13800000001,dragon\ncust-0002,Wu Made-Up,13800000002,dragon\n';
  await importing(graph, { files: [file('customers.csv', wrong)] });
  return report;
}

interface Dump {
  readonly nodes: ReadonlyMap<string, { labels: string[]; text: string }>;
  readonly ties: ReadonlyMap<string, { type: string; text: string }>;
}

/** Every node and relationship with all its properties, past all services. */
export async function dump(graph: Graph): Promise<Dump> {
  const nodes = await run(graph, 'MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS p');
  const ties = await run(graph, 'MATCH ()-[r]->() RETURN elementId(r) AS id, type(r) AS type, properties(r) AS p');
  return {
    nodes: new Map(nodes.map((n) => [n.id as string, { labels: n.labels as string[], text: JSON.stringify(n.p) }])),
    ties: new Map(ties.map((r) => [r.id as string, { type: r.type as string, text: JSON.stringify(r.p) }])),
  };
}

/** Keeps everything that the graph holds now; what it returns puts all of it back, and nothing else. */
export async function backup({ driver, database }: Graph): Promise<() => Promise<void>> {
  const read = async (cypher: string) =>
    (await driver.executeQuery(cypher, {}, { database })).records.map((record) => record.toObject());
  const nodes = await read('MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS p');
  const ties = await read(
    'MATCH (a)-[r]->(b) RETURN elementId(a) AS a, elementId(b) AS b, type(r) AS type, properties(r) AS p',
  );
  const restored = `
    UNWIND $nodes AS node CREATE (n:$(node.labels)) SET n = node.p
    WITH apoc.map.fromPairs(collect([node.id, n])) AS made
    UNWIND $ties AS tie WITH tie, made[tie.a] AS a, made[tie.b] AS b
    CREATE (a)-[r:$(tie.type)]->(b) SET r = tie.p`;
  return async () => {
    await driver.executeQuery('MATCH (n) DETACH DELETE n', {}, { database });
    await driver.executeQuery(restored, { nodes, ties }, { database });
  };
}

/** What went between two dumps, by label and type, and which nodes say something else than before. */
export function diff(before: Dump, after: Dump) {
  const count = (names: readonly string[]) => {
    const counts: Record<string, number> = {};
    for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
    return counts;
  };
  const gone = [...before.nodes].filter(([id]) => !after.nodes.has(id));
  const untied = [...before.ties].filter(([id]) => !after.ties.has(id));
  const changed = [...before.nodes].filter(([id, n]) => after.nodes.has(id) && after.nodes.get(id)!.text !== n.text);
  return {
    nodes: count(gone.flatMap(([, n]) => n.labels)),
    relationships: count(untied.map(([, r]) => r.type)),
    changed: count(changed.map(([, n]) => n.labels[0]!)),
  };
}

/** All text under the home folder that is about people. */
export function filesText(): string {
  return ['rejects', 'exports', '.']
    .map((folder) => join(home, folder))
    .filter(existsSync)
    .flatMap((folder) => readdirSync(folder, { withFileTypes: true }).filter((e) => e.isFile()))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}
