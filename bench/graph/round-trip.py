"""The same measures the usual way round: export over Bolt, NetworKit, write back. Prints one JSON line of seconds by step.

Run by bench/analysis.ts; takes NEO4J_URI, NEO4J_USER, NEO4J_PASSWORD, NEO4J_DATABASE, SAMPLES from the environment.
"""
import os

import networkit as nk
from neo4j import GraphDatabase
from seconds import Seconds

EXPORT = "MATCH (a:Profiled)-[k:KNOWS]->(b:Profiled) RETURN a.id, b.id, coalesce(k.closeness, 0.1)"
NODES = "MATCH (a:Profiled) RETURN a.id"
SAVE = """UNWIND $rows AS row MATCH (c:Customer {id: row[0]})
SET c.nkDegree = row[1], c.nkRank = row[2], c.nkPaths = row[3], c.nkCommunity = row[4], c.nkComponent = row[5],
    c.nkClustering = row[6], c.nkCore = row[7]"""
BATCH = 10_000


def main():
    auth = (os.environ["NEO4J_USER"], os.environ["NEO4J_PASSWORD"])
    seconds = Seconds()
    with GraphDatabase.driver(os.environ["NEO4J_URI"], auth=auth) as driver:
        with driver.session(database=os.environ["NEO4J_DATABASE"], fetch_size=10_000) as session:
            ids = [record[0] for record in session.run(NODES)]
            at = {name: index for index, name in enumerate(ids)}
            graph = nk.Graph(len(ids), weighted=True)
            for one, other, closeness in session.run(EXPORT):
                graph.addEdge(at[one], at[other], closeness)
            seconds.done("export")
            columns = measure(graph, int(os.environ["SAMPLES"]), seconds.done)
            rows = list(zip(ids, *columns))
            for start in range(0, len(rows), BATCH):
                batch = [list(row) for row in rows[start : start + BATCH]]
                session.execute_write(lambda tx: tx.run(SAVE, rows=batch).consume())
            seconds.done("write back")
    seconds.tell(nodes=graph.numberOfNodes(), ties=graph.numberOfEdges())


def measure(graph, samples, done):
    degree = [graph.degree(node) for node in graph.iterNodes()]
    done("degree")
    rank = nk.centrality.PageRank(graph, damp=0.85, tol=1e-7).run().scores()
    done("pageRank")
    communities = nk.community.ParallelLeiden(graph).run().getPartition().getVector()
    done("communities")
    components = nk.components.ConnectedComponents(graph).run().getPartition().getVector()
    done("components")
    graph.removeSelfLoops()
    plain = nk.graphtools.toUnweighted(graph)
    clustering = nk.centrality.LocalClusteringCoefficient(plain).run().scores()
    done("clustering")
    cores = nk.centrality.CoreDecomposition(plain).run().scores()
    done("coreness")
    if samples < plain.numberOfNodes():
        paths = nk.centrality.EstimateBetweenness(plain, samples, normalized=True, parallel=True)
    else:
        paths = nk.centrality.Betweenness(plain, normalized=True)
    scores = paths.run().scores()
    done("betweenness")
    return degree, rank, scores, communities, components, clustering, cores


main()
