// How many nodes and relationships there are, by label and type: as the database counts them with every commit.
// mode  read
// row   kind   string   NODE or TIE
// row   name   string
// row   count  integer
CALL db.stats.retrieve('GRAPH COUNTS') YIELD data
UNWIND [counted IN data.nodes WHERE counted.label IS NOT NULL AND counted.label <> 'Erasing' | ['NODE', counted.label, counted.count]]
  + [counted IN data.relationships WHERE counted.relationshipType IS NOT NULL AND counted.startLabel IS NULL AND counted.endLabel IS NULL
      | ['TIE', counted.relationshipType, counted.count]] AS found
WITH found[0] AS kind, found[1] AS name, found[2] AS count
WHERE count > 0
RETURN kind, name, count;
