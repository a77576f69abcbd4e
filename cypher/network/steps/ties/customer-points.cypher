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
// row    preferredChannel  string?
// row    language      string?
// row    scores        map         what was worked out, where it was
// row    orders        integer?
// row    spendMinor    float?
// row    currency      string?     of the spend
// row    firstOrderAt  datetime?
// row    lastOrderAt   datetime?
// try    :param ids => ['C0000001', 'C0000002'];
UNWIND $ids AS id
MATCH (customer:Customer {id: id})
RETURN customer.id AS id, customer.alias AS alias, customer.gender AS gender, customer.city AS city,
  customer.region AS region, customer.ageBand AS ageBand, customer.joinedAt AS joinedAt, customer.tier AS tier,
  customer.source AS source, customer.preferredChannel AS preferredChannel, customer.language AS language,
  // each property shown=customer: customer {<<.{property}>>} AS scores,
  customer {.influence, .referralYield, .degree, .pageRank, .betweenness, .coreness, .triangles, .clustering,
    .component, .communityId, .recency, .frequency, .monetary, .rfmLevel, .rfmSegment, .rfmCurrency, .rfmScoredAt,
    .clvMinor, .clvAlive, .clvOrders, .clvValueMinor, .clvSimpleMinor, .networkValueMinor, .clvScoredAt, .lifecycle,
    .lifecycleHistory, .lifecycleAt, .cluster, .churnProbability, .loyaltyTier, .loyaltySince, .loyaltyHistory,
    .loyaltyNoticedAt, .loyaltyFallsAt, .loyaltyFallsTo, .loyaltyKeepMinor, .loyaltyKeepOrders} AS scores,
  // each end
  customer.orders AS orders, customer.spendMinor AS spendMinor, customer.currency AS currency, customer.firstOrderAt AS firstOrderAt,
  customer.lastOrderAt AS lastOrderAt;
