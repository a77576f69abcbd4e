// How many nodes and relationships there are, by label and type, as the database itself counts them.
// mode  read
// row   labels         map
// row   relationships  map
// try   :params {}
CALL apoc.meta.stats() YIELD labels, relTypesCount
RETURN labels, relTypesCount AS relationships;
