// Graphs that are held in the memory of graph data science.
// mode  read
// row   name  string  unique
CALL gds.graph.list() YIELD graphName
RETURN graphName AS name
ORDER BY name;
