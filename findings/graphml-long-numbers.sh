#!/usr/bin/env bash
# One would expect: a graph written by NetworkX as GraphML or GML comes back from igraph with the same attributes.
# What happens: igraph keeps every number as a double, though GraphML says attr.type="long": two account numbers of 18 digits that differ by one become
#   equal, and epochs in nanoseconds lose their end. What was the id of a node becomes an attribute and nodes are called n0, n1 … in the
#   next file. From GML the numbers come as text and survive, but Chinese names stay as &#29579;&#20255; (a warning says so).
# Why it matters here: checking our algorithms against igraph, or handing a graph to an analyst, needs ids as text and GraphML, not GML.
set -euo pipefail
. "$(dirname "$0")/lib/temporary.sh"
pip_install networkx==3.6.1 igraph==1.0.0
run_python <<'PY'
import warnings

import igraph
import networkx

graph = networkx.Graph()
graph.add_node("C1", called="王伟", account=912345678901234567)
graph.add_node("C2", called="李娜", account=912345678901234568)
graph.add_edge("C1", "C2", at=1700000000123456789)

networkx.write_graphml(graph, "graph.graphml")
back = igraph.Graph.Read_GraphML("graph.graphml")
print("GraphML, igraph:  ", back.vs["called"], back.vs["account"], [int(at) for at in back.es["at"]])
assert back.vs["called"] == ["王伟", "李娜"]
assert back.vs["account"][0] == back.vs["account"][1]
assert int(back.es["at"][0]) != 1700000000123456789

back.write_graphml("again.graphml")
again = networkx.read_graphml("again.graphml")
print("and NetworkX again:", dict(again.nodes(data=True)))
assert list(again.nodes) == ["n0", "n1"]

networkx.write_gml(graph, "graph.gml")
with warnings.catch_warnings(record=True) as told:
    warnings.simplefilter("always")
    back = igraph.Graph.Read_GML("graph.gml")
print("GML, igraph:      ", back.vs["called"], back.vs["account"])
print("warning:          ", str(told[0].message).split("(")[0])
assert back.vs["called"][0] == "&#29579;&#20255;"
assert back.vs["account"] == ["912345678901234567", "912345678901234568"]
assert networkx.read_gml("graph.gml").nodes["C1"]["called"] == "王伟"
PY
