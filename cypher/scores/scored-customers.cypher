// Every customer who consents to profiling with their scores, one row each: what a data team takes out, see docs/data/data-teams.md.
// mode   read
// param  afterCustomerId   string = ''            customer id of the last row of the page before
// param  limit             integer = 1000000000
// row    customerId         customer   unique
// row    alias              string?
// row    city               string?
// row    region             string?
// row    ageBand            string?
// row    gender             string?
// row    tier               string?
// row    joinedAt           datetime?
// row    orders             integer?
// row    spendMinor         integer?
// row    firstOrderAt       datetime?
// row    lastOrderAt        datetime?
// row    degree             float?
// row    pageRank           float?
// row    betweenness        float?
// row    harmonicCloseness  float?
// row    coreness           integer?
// row    triangles          integer?
// row    clustering         float?
// row    participation      float?
// row    influence          float?
// row    communityId        string?
// row    roles              list<string>?
// row    recency            integer?
// row    frequency          integer?
// row    monetary           integer?
// row    rfmLevel           integer?
// row    rfmSegment         string?
// row    clvMinor           float?
// row    lifecycle          string?
// needs  constraint customer_id
// try    :param afterCustomerId => '';
// try    :param limit => 20;
MATCH (customer:Customer)
WHERE customer.id > $afterCustomerId AND customer:Profiled
WITH customer
ORDER BY customer.id
LIMIT $limit
RETURN customer.id AS customerId, customer.alias AS alias, customer.city AS city, customer.region AS region, customer.ageBand AS ageBand,
  customer.gender AS gender, customer.tier AS tier, customer.joinedAt AS joinedAt, customer.orders AS orders,
  toInteger(customer.spendMinor) AS spendMinor, customer.firstOrderAt AS firstOrderAt, customer.lastOrderAt AS lastOrderAt,
  customer.degree AS degree, customer.pageRank AS pageRank, customer.betweenness AS betweenness,
  customer.harmonicCloseness AS harmonicCloseness, toInteger(customer.coreness) AS coreness,
  toInteger(customer.triangles) AS triangles, customer.clustering AS clustering, customer.participation AS participation,
  customer.influence AS influence, customer.communityId AS communityId, customer.roles AS roles, customer.recency AS recency,
  customer.frequency AS frequency, customer.monetary AS monetary, customer.rfmLevel AS rfmLevel, customer.rfmSegment AS rfmSegment,
  customer.clvMinor AS clvMinor, customer.lifecycle AS lifecycle
ORDER BY customerId;
