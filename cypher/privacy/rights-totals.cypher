// How many nodes and relationships there are, by label and type: counted anew, one by one.
// mode  read
// row   kind   string   NODE or TIE
// row   name   string
// row   count  integer
// try   :params {}
MATCH (n)
UNWIND [label IN labels(n) WHERE label <> 'Erasing'] AS name
RETURN 'NODE' AS kind, name, count(*) AS count
UNION ALL
MATCH ()-[r]->()
RETURN 'TIE' AS kind, type(r) AS name, count(*) AS count;
