// One customer as the graph knows them: person, totals, scores with their run, community, segments, closest ties, work, interests.
// Without the label Profiled everything that was worked out is empty.
// mode   read
// param  customerId    string
// param  ties          integer = 10
// row    customerId    string         unique
// row    person        map            alias, city, region, ageBand, gender, tier, source, joinedAt, preferences, totals; nothing sealed
// row    profiled      boolean
// row    doNotContact  boolean
// row    scores        map?           of the last analysis run
// row    grades        map?           of the last RFM run
// row    worth         map?           CLV, network value and stage of the lifecycle
// row    run           map?           the analysis run of the scores: id, finishedAt
// row    community     map?           id, size, since
// row    segments      list<map>      id, name, nameZh, since, because
// row    closestTies   list<map>      customerId, alias, closeness, kinds, since; to profiled customers only
// row    companies     list<map>      id, name, nameZh, industry, role, level, since
// row    interests     list<map>      id, name, nameZh, weight
// needs  index customer_id
// try    :param customerId => 'C0000001';
// try    :param ties => 10;
MATCH (customer:Customer {id: $customerId})
CALL (customer) {
  OPTIONAL MATCH (customer:Profiled)-[knows:KNOWS]-(other:Profiled)
  WITH other, knows
  ORDER BY knows.closeness DESC, other.id
  LIMIT $ties
  RETURN collect(CASE WHEN other IS NOT NULL THEN {customerId: other.id, alias: other.alias, closeness: knows.closeness,
    kinds: knows.kinds, since: knows.since} END) AS closestTies
}
CALL (customer) {
  OPTIONAL MATCH (customer:Profiled)-[member:MEMBER_OF]->(of:Community)
  WITH member, of
  ORDER BY member.since DESC, of.id
  LIMIT 1
  RETURN CASE WHEN of IS NOT NULL THEN {id: of.id, size: of.size, since: member.since} END AS community
}
OPTIONAL MATCH (state:AnalysisState {id: 'analysis'})
WHERE customer.influence IS NOT NULL
OPTIONAL MATCH (run:AnalysisRun {id: state.run})
RETURN customer.id AS customerId,
       customer {.alias, .city, .region, .ageBand, .gender, .tier, .source, .joinedAt, .preferredChannel, .language,
         .orders, .spendMinor, .currency, .firstOrderAt, .lastOrderAt} AS person,
       customer:Profiled AS profiled,
       customer:DoNotContact AS doNotContact,
       // each property shown=scores: CASE WHEN customer:Profiled THEN customer {<<.{property}>>} END AS scores,
       CASE WHEN customer:Profiled THEN customer {.influence, .referralYield, .degree, .pageRank, .betweenness,
         .coreness, .triangles, .clustering} END AS scores,
       // each end
       // each property shown=grades: CASE WHEN customer:Profiled THEN customer {<<.{property}>>} END AS grades,
       CASE WHEN customer:Profiled THEN customer {.recency, .frequency, .monetary, .rfmDays, .rfmOrders,
         .rfmSpendMinor, .rfmLevel, .rfmSegment, .rfmScoredAt} END AS grades,
       // each end
       // each property shown=worth: CASE WHEN customer:Profiled THEN customer {<<.{property}>>} END AS worth,
       CASE WHEN customer:Profiled THEN customer {.clvMinor, .clvAlive, .clvOrders, .clvValueMinor, .clvSimpleMinor,
         .networkValueMinor, .clvScoredAt, .lifecycle, .lifecycleHistory, .lifecycleAt, .cluster, .churnProbability,
         .churnModel, .loyaltyTier, .loyaltySince, .loyaltyHistory, .loyaltyNoticedAt, .loyaltyFallsAt,
         .loyaltyFallsTo, .loyaltyKeepMinor, .loyaltyKeepOrders} END AS worth,
       // each end
       CASE WHEN customer:Profiled AND run IS NOT NULL THEN run {.id, .finishedAt} END AS run,
       community,
       COLLECT { MATCH (customer:Profiled)-[in:IN_SEGMENT]->(segment:Segment)
         RETURN segment {.id, .name, .nameZh, since: in.since, because: in.because} ORDER BY segment.id } AS segments,
       closestTies,
       COLLECT { MATCH (customer)-[work:WORKS_AT]->(company:Company)
         RETURN company {.id, .name, .nameZh, .industry, role: work.role, level: work.level, since: work.since}
         ORDER BY company.id LIMIT 20 } AS companies,
       COLLECT { MATCH (customer)-[likes:INTERESTED_IN]->(interest:Interest)
         RETURN interest {.id, .name, .nameZh, weight: likes.weight} ORDER BY likes.weight DESC, interest.id LIMIT 20 } AS interests;
