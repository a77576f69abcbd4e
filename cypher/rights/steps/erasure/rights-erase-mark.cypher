// Marks what is a person's own and nobody else's: whatever their node points at, unless it is of a shared kind or somebody else's
// too. The mark is what the rest of an erasure works on, so that one that was interrupted is taken up again.
// mode   write
// param  customerId  string
// param  whole       boolean       the customer itself too
// param  only        list<string>  labels; empty for all
// param  keep        list<string>  labels that stay
// param  shared      list<string>  labels that are nobody's own
// param  shown       list<string>  relationships to what is somebody else's
// row    marked      integer
// needs  constraint customer_id
// try    :param customerId => 'C0000001';
// try    :param whole => true;
// try    :param only => [];
// try    :param keep => [];
// try    :param shared => ['Customer', 'Company'];
// try    :param shown => ['LIKED'];
MATCH (customer:Customer {id: $customerId})
FOREACH (_ IN CASE WHEN $whole THEN [] ELSE [1] END | SET customer:Changed)
WITH customer
CALL (customer) {
  MATCH (customer)-[tie]->(own)
  WHERE NOT type(tie) IN $shown AND none(label IN labels(own) WHERE label IN $shared OR label IN $keep)
    AND ($only = [] OR any(label IN labels(own) WHERE label IN $only))
    AND NOT EXISTS { MATCH (other:Customer)-[same]->(own) WHERE other <> customer AND type(same) = type(tie) }
  RETURN collect(DISTINCT own) AS owned
}
CALL (owned) {
  UNWIND owned AS touch
  MATCH (touch:Touch)-[:LEADS_TO]->(conversion:Conversion)
  RETURN collect(DISTINCT conversion) AS led
}
WITH owned + led + CASE WHEN $whole THEN [customer] ELSE [] END AS theirs
FOREACH (one IN theirs | SET one:Erasing)
RETURN size(theirs) AS marked;
