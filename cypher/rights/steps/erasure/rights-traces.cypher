// Where any of these words still stands, in whatever property of whatever node or relationship: the proof after an erasure.
// mode   read
// param  words       list<string>
// param  pattern     string        the words as whole ones, as a regular expression over a whole text
// param  properties  list<string>  only these; empty for all
// row    kind        string        NODE or TIE
// row    name        string        label or type
// row    property    string
// row    count       integer
// try    :param words => ['C0000001'];
// try    :param pattern => '(?s).*\\bC0000001\\b.*';
// try    :param properties => [];
MATCH (n)
UNWIND [key IN keys(n) WHERE ($properties = [] OR key IN $properties)
  AND any(text IN CASE WHEN n[key] IS :: STRING THEN [n[key]] WHEN n[key] IS :: LIST<STRING> THEN n[key] ELSE [] END
    WHERE any(word IN $words WHERE text CONTAINS word) AND text =~ $pattern)] AS property
RETURN 'NODE' AS kind, head(labels(n)) AS name, property, count(*) AS count
UNION ALL
MATCH ()-[r]->()
UNWIND [key IN keys(r) WHERE ($properties = [] OR key IN $properties)
  AND any(text IN CASE WHEN r[key] IS :: STRING THEN [r[key]] WHEN r[key] IS :: LIST<STRING> THEN r[key] ELSE [] END
    WHERE any(word IN $words WHERE text CONTAINS word) AND text =~ $pattern)] AS property
RETURN 'TIE' AS kind, type(r) AS name, property, count(*) AS count;
