// What is marked for erasure, counted by label and relationship type.
// mode  read
// row   kind   string   NODE or TIE
// row   name   string
// row   count  integer
MATCH (n:Erasing)
UNWIND [label IN labels(n) WHERE label <> 'Erasing'] AS name
RETURN 'NODE' AS kind, name, count(*) AS count
UNION ALL
MATCH (:Erasing)-[tie]-()
WITH DISTINCT tie
RETURN 'TIE' AS kind, type(tie) AS name, count(*) AS count;
