// Which of some words are ids or aliases of customers whom a viewer with limited rows may not see.
// mode   read
// param  texts    list<string>
// param  regions  list<string>?  null limits nothing, as below
// param  cities   list<string>?
// param  stores   list<string>?  the customer ordered in one of these
// param  consent  string?        the customer consents to this purpose
// param  now      datetime
// row    text     string         unique
// needs  index customer_id, customer_alias
// try    :param texts => ['C0000001'];
// try    :param regions => ['西南'];
// try    :param cities => null;
// try    :param stores => null;
// try    :param consent => null;
// try    :param now => datetime();
UNWIND $texts AS text
CALL (text) {
  MATCH (customer:Customer {id: text})
  RETURN customer
  UNION
  MATCH (customer:Customer {alias: text})
  RETURN customer
}
WITH text, customer
WHERE NOT (
  ($regions IS NULL OR coalesce(customer.region IN $regions, false))
  AND ($cities IS NULL OR coalesce(customer.city IN $cities, false))
  AND ($stores IS NULL OR EXISTS { MATCH (customer)-[:PLACED]->(:Order)-[:AT_STORE]->(store:Store) WHERE store.id IN $stores })
  AND ($consent IS NULL OR EXISTS {
    MATCH (customer)-[given:CONSENTS_TO]->(purpose:Purpose)
    WHERE purpose.id = $consent AND (given.until IS NULL OR given.until > $now)
  })
)
RETURN DISTINCT text
ORDER BY text;
