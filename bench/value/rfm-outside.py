"""RFM the usual way round: orders out over Bolt, DuckDB on them, grades written back. Prints one JSON line of seconds by step.

Run by bench/value/rfm.ts; takes NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE, SEGMENTS (125 ids by triple of grades) and
LEVELS from the environment. The driver unpacks with its own Rust extension, records stay lists, and DuckDB reads columns.
"""
import os
import time
from array import array
from concurrent.futures import ThreadPoolExecutor

import duckdb
import numpy
import pyarrow
from neo4j import GraphDatabase
from seconds import Seconds

EXPORT = """MATCH (c:Profiled)-[:PLACED]->(o:Order) WHERE o.refundedAt IS NULL AND o.at >= datetime() - duration({months: 12})
RETURN toInteger(substring(c.id, 1)) AS n, o.at.epochMillis AS at, o.amountMinor AS amount"""
SAVE = """UNWIND $rows AS row MATCH (c:Customer {id: row[0]})
SET c += {outsideR: row[1], outsideF: row[2], outsideM: row[3], outsideLevel: row[4], outsideSegment: row[5], outsideDays: row[6],
  outsideOrders: row[7], outsideSpend: row[8], outsideCurrency: 'CNY', outsideAt: datetime()}
WITH c, row OPTIONAL MATCH (c)-[old:OUTSIDE]->() DELETE old
WITH DISTINCT c, row MATCH (s:Segment {id: row[5]}) CREATE (c)-[:OUTSIDE {since: datetime()}]->(s)"""
BATCH = 10_000


def main():
    auth = (os.environ["NEO4J_USER"], os.environ["NEO4J_PASSWORD"])
    segments, levels = os.environ["SEGMENTS"].split(","), [int(level) for level in os.environ["LEVELS"].split(",")]
    seconds = Seconds()
    with GraphDatabase.driver(os.environ["NEO4J_URI"], auth=auth) as driver:
        columns = exported(driver)
        seconds.done("export")
        rows = graded(columns)
        seconds.done("DuckDB")
        rows = [
            [f"c{n}", r, f, m, levels[25 * r + 5 * f + m - 31], segments[25 * r + 5 * f + m - 31], days, orders, spend]
            for n, r, f, m, days, orders, spend in rows
        ]
        batches = [rows[start : start + BATCH] for start in range(0, len(rows), BATCH)]
        with ThreadPoolExecutor(3) as pool:
            list(pool.map(lambda batch: save(driver, batch), batches))
        seconds.done("write back")
    seconds.tell(orders=len(columns[0]), customers=len(rows))


def exported(driver):
    columns = [array("q"), array("q"), array("q")]
    adds = [column.append for column in columns]
    with driver.session(database=os.environ["NEO4J_DATABASE"], fetch_size=100_000) as session:
        for n, at, amount in session.run(EXPORT):
            adds[0](n)
            adds[1](at)
            adds[2](amount)
    return columns


def graded(columns):
    names = ["n", "placed", "amount"]  # "at" is a word of DuckDB's SQL
    arrays = [pyarrow.array(numpy.frombuffer(column, dtype="int64")) for column in columns]
    db = duckdb.connect()
    db.register("orders", pyarrow.table(arrays, names=names))
    now = int(time.time() * 1000)
    db.execute(f"""CREATE TABLE figures AS SELECT n, ({now} - max(placed)) // 86400000 AS days, count(*) AS orders, sum(amount)::BIGINT AS spend
        FROM orders GROUP BY n""")
    cuts = [db.execute(f"SELECT quantile_cont({name}, [.2, .4, .6, .8]) FROM figures").fetchone()[0] for name in ("days", "orders", "spend")]
    above = [
        " + ".join(f"CASE WHEN {name} > {cut} THEN 1 ELSE 0 END" for cut in cut_list)
        for name, cut_list in zip(("days", "orders", "spend"), cuts)
    ]
    return db.execute(f"SELECT n, 5 - ({above[0]}), 1 + {above[1]}, 1 + {above[2]}, days, orders, spend FROM figures").fetchall()


def save(driver, batch):
    with driver.session(database=os.environ["NEO4J_DATABASE"]) as session:
        session.execute_write(lambda tx: tx.run(SAVE, rows=batch).consume())


main()
