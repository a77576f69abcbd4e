// Customers whose names have these keyed tokens, with what it takes to tell by the name itself; only rows the viewer may see.
// mode   read
// param  query       string                 of the full-text index, tokens of one kind of match
// param  pool        integer       = 1000   how many of the index are looked at; of more, some
// param  limit       integer       = 200
// param  regions     list<string>?          null limits nothing, as below
// param  cities      list<string>?
// param  stores      list<string>?          the customer ordered in one of these
// param  consent     string?                the customer consents to this purpose
// param  now         datetime
// row    customerId  string        unique
// row    keyWrapped  string
// row    sealed      string
// needs  index customer_name
// try    :param query => '+a0b1c2d3';
// try    :param pool => 1000;
// try    :param limit => 20;
// try    :param regions => null;
// try    :param cities => null;
// try    :param stores => null;
// try    :param consent => null;
// try    :param now => datetime('2026-01-01');
CALL db.index.fulltext.queryNodes('customer_name', $query, {limit: $pool}) YIELD node AS customer, score
WHERE customer.keyWrapped IS NOT NULL AND customer.sealed IS NOT NULL
  AND ($regions IS NULL OR coalesce(customer.region IN $regions, false))
  AND ($cities IS NULL OR coalesce(customer.city IN $cities, false))
  AND ($stores IS NULL OR EXISTS { MATCH (customer)-[:PLACED]->(:Order)-[:AT_STORE]->(store:Store) WHERE store.id IN $stores })
  AND ($consent IS NULL OR EXISTS {
    MATCH (customer)-[given:CONSENTS_TO]->(purpose:Purpose)
    WHERE purpose.id = $consent AND (given.until IS NULL OR given.until > $now)
  })
RETURN customer.id AS customerId, customer.keyWrapped AS keyWrapped, customer.sealed AS sealed
ORDER BY score DESC, customerId
LIMIT $limit;
