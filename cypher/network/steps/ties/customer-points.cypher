// Customers by id with everything that is not sealed: structure, running totals and scores.
// mode   read
// param  ids           list<string>
// row    id            string     unique
// row    alias         string?
// row    gender        string?
// row    city          string?
// row    region        string?
// row    ageBand       string?
// row    joinedAt      datetime?
// row    tier          string?
// row    source        string?
// row    orders        integer?
// row    spendMinor    float?
// row    firstOrderAt  datetime?
// row    lastOrderAt   datetime?
// row    degree        float?
// row    pageRank      float?
// row    betweenness   float?
// row    coreness      integer?
// row    triangles     integer?
// row    clustering    float?
// row    component     integer?
// row    communityId   string?
// row    influence     float?
// row    recency       integer?
// row    frequency     integer?
// row    monetary      integer?
// row    rfmLevel      integer?
// row    rfmSegment    string?
// row    rfmScoredAt   datetime?
// try    :params {ids: ['C0000001', 'C0000002']}
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
RETURN customer.id AS id, customer.alias AS alias, customer.gender AS gender, customer.city AS city,
  customer.region AS region, customer.ageBand AS ageBand, customer.joinedAt AS joinedAt, customer.tier AS tier,
  customer.source AS source, customer.orders AS orders, customer.spendMinor AS spendMinor,
  customer.firstOrderAt AS firstOrderAt, customer.lastOrderAt AS lastOrderAt, customer.degree AS degree,
  customer.pageRank AS pageRank, customer.betweenness AS betweenness, customer.coreness AS coreness,
  customer.triangles AS triangles, customer.clustering AS clustering, customer.component AS component,
  customer.communityId AS communityId, customer.influence AS influence,
  customer.recency AS recency, customer.frequency AS frequency, customer.monetary AS monetary,
  customer.rfmLevel AS rfmLevel, customer.rfmSegment AS rfmSegment, customer.rfmScoredAt AS rfmScoredAt;
