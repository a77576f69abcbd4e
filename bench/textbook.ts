import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'csv-parse';
import type { Session } from 'neo4j-driver';
import type { Graph } from '../src/graph/graph.js';

/**
 * The client of every introduction to Neo4j: one session, one statement after the other, 1,000 rows of strings each
 * through UNWIND and MERGE. It checks nothing and seals nothing, but makes the same nodes, ties and totals.
 */
const BATCH = 1000;

type Row = Record<string, string | null>;

/** Loads canonical files in the order given. Returns the rows read. */
export async function textbookImport({ driver, database }: Graph, files: readonly string[]): Promise<number> {
  const session = driver.session({ database });
  try {
    let rows = 0;
    for (const file of files) rows += await load(session, file);
    return rows;
  } finally {
    await session.close();
  }
}

async function load(session: Session, file: string): Promise<number> {
  const waiting = new Map<string, Row[]>();
  let rows = 0;
  const send = (statement: string, batch: Row[]) => session.executeWrite((tx) => tx.run(statement, { rows: batch }));
  const lines = createReadStream(file).pipe(parse({ columns: true, cast: (value) => (value === '' ? null : value) }));
  for await (const line of lines) {
    const row = line as Row;
    const statement = statementFor(basename(file), row);
    const batch = waiting.get(statement) ?? [];
    batch.push(row);
    waiting.set(statement, batch.length === BATCH ? [] : batch);
    if (batch.length === BATCH) await send(statement, batch);
    rows += 1;
  }
  for (const [statement, batch] of waiting) if (batch.length > 0) await send(statement, batch);
  return rows;
}

function statementFor(file: string, row: Row): string {
  if (file === 'ties.csv') return tieStatement(row.kind as string);
  return STATEMENTS[file]!;
}

const STATEMENTS: Record<string, string> = {
  'stores.csv': 'UNWIND $rows AS row MERGE (s:Store {id: row.id}) SET s += row',
  'customers.csv': `UNWIND $rows AS row
    MERGE (c:Customer {id: row.id})
    SET c += row, c.joinedAt = datetime(row.joinedAt), c.orders = 0, c.spendMinor = 0`,
  'orders.csv': `UNWIND $rows AS row
    MATCH (c:Customer {id: row.customerId})
    MERGE (o:Order {id: row.id})
    SET o.at = datetime(row.at), o.amountMinor = toInteger(round(toFloat(row.amount) * 100)), o.currency = row.currency,
        o.channel = row.channel, o.refundedAt = datetime(row.refundedAt)
    MERGE (c)-[:PLACED]->(o)
    FOREACH (kept IN CASE WHEN row.refundedAt IS NULL THEN [o] ELSE [] END |
      SET c.orders = c.orders + 1, c.spendMinor = c.spendMinor + kept.amountMinor,
          c.firstOrderAt = CASE WHEN c.firstOrderAt <= kept.at THEN c.firstOrderAt ELSE kept.at END,
          c.lastOrderAt = CASE WHEN c.lastOrderAt >= kept.at THEN c.lastOrderAt ELSE kept.at END)
    WITH o, row
    MATCH (s:Store {id: row.storeId})
    MERGE (o)-[:AT_STORE]->(s)`,
};

const UNDIRECTED = ['FAMILY_OF', 'WORKS_WITH', 'SHARES_INTEREST_WITH'];

function tieStatement(kind: string): string {
  const tells = "coalesce(row.role, row.interest, row.platform, row.code, '')";
  const sorted = UNDIRECTED.includes(kind);
  const from = sorted ? 'CASE WHEN row.fromId < row.toId THEN row.fromId ELSE row.toId END' : 'row.fromId';
  const to = sorted ? 'CASE WHEN row.fromId < row.toId THEN row.toId ELSE row.fromId END' : 'row.toId';
  return `UNWIND $rows AS row
    MATCH (a:Customer {id: ${from}})
    MATCH (b:Customer {id: ${to}})
    MERGE (a)-[t:${kind} {key: a.id + '|' + b.id + '|' + ${tells}}]->(b)
    SET t.closeness = toFloat(row.closeness), t.since = datetime(row.since), t.lastSeen = datetime(row.lastSeen), t.source = row.source,
        t.confidence = toFloat(row.confidence), t.interactions = toInteger(row.interactions), t.role = row.role, t.interest = row.interest,
        t.platform = row.platform, t.code = row.code, t.campaign = row.campaign, t.status = row.status, t.at = datetime(row.at)
    WITH t, CASE WHEN a.id < b.id THEN a ELSE b END AS low, CASE WHEN a.id < b.id THEN b ELSE a END AS high
    MERGE (low)-[k:KNOWS {pair: low.id + '|' + high.id}]->(high)
      ON CREATE SET k.closeness = t.closeness, k.kinds = ['${kind}'], k.since = t.since
      ON MATCH SET k.closeness = 1 - (1 - k.closeness) * (1 - t.closeness),
        k.kinds = CASE WHEN '${kind}' IN k.kinds THEN k.kinds ELSE k.kinds + '${kind}' END,
        k.since = CASE WHEN k.since <= t.since THEN k.since ELSE t.since END`;
}
