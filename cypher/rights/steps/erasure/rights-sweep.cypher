// Puts a mark that tells nothing wherever one of these words stands in a node that is not the person's own, as in the audit.
// mode   write
// param  words       list<string>
// param  pattern     string        the words as whole ones, over a whole text
// param  word        string        the same for what is to be replaced
// param  mark        string
// param  properties  list<string>  only these; empty for all
// row    swept       list<string>  label of each node changed
// try    :param words => ['C0000001'];
// try    :param pattern => '(?s).*\\bC0000001\\b.*';
// try    :param word => '\\bC0000001\\b';
// try    :param mark => '~x';
// try    :param properties => [];
MATCH (n)
WITH n, [key IN keys(n) WHERE ($properties = [] OR key IN $properties)
  AND any(text IN CASE WHEN n[key] IS :: STRING THEN [n[key]] WHEN n[key] IS :: LIST<STRING> THEN n[key] ELSE [] END
    WHERE any(word IN $words WHERE text CONTAINS word) AND text =~ $pattern)] AS hit
WHERE hit <> []
SET n += apoc.map.fromPairs([key IN hit | [key, CASE WHEN n[key] IS :: STRING THEN apoc.text.replace(n[key], $word, $mark)
  ELSE [text IN n[key] | apoc.text.replace(text, $word, $mark)] END]])
RETURN collect(head(labels(n))) AS swept;
