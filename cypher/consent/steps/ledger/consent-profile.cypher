// Keeps the label Profiled in step with consent to profiling. Whoever does not consent loses, with the label, all that was
// worked out about them: scores, grades, community and the segments that profile; a rule on plain facts keeps them.
// mode   write
// param  customerIds  list<string>
// param  now          datetime
// row    profiled     integer
// row    forgotten    integer       carried the label or something worked out, and no longer do
// row    changed      list<string>  who came to profiling or left it
// needs  index customer_id
// try    :param customerIds => ['C0000001'];
// try    :param now => datetime();
UNWIND $customerIds AS customerId
MATCH (customer:Customer {id: customerId})
WITH DISTINCT customer, customer:Profiled AS before, EXISTS {
  MATCH (customer)-[consent:CONSENTS_TO]->(:Purpose {id: 'profiling'})
  WHERE consent.until IS NULL OR consent.until > $now
} AS consents
// each edge purpose=profiling: OPTIONAL MATCH (customer)-[derived:<<{edge}>>]-() by '|'
OPTIONAL MATCH (customer)-[derived:MEMBER_OF|ALSO_IN|RANKED|IN_SEGMENT|WAS_IN_SEGMENT|SCORED_BY|WARNED|INCLINED_TO|
  TRIED]-()
// each end
WHERE NOT consents AND coalesce(endNode(derived).profiles, true)
WITH customer, before, consents, collect(derived) AS derivedTies
WITH customer, before, consents, derivedTies,
     NOT consents AND (customer:Profiled OR size(derivedTies) > 0
       // each run purpose=profiling: OR coalesce(<<customer.{mark}>>) IS NOT NULL) AS forgets
       OR coalesce(customer.influence, customer.rfmSegment, customer.clvMinor, customer.lifecycle,
         customer.churnProbability, customer.loyaltyTier, customer.cluster,
         customer.fraudScore) IS NOT NULL) AS forgets
       // each end
FOREACH (profiled IN CASE WHEN consents THEN [customer] ELSE [] END | SET profiled:Profiled:Changed)
FOREACH (tie IN derivedTies | DELETE tie)
FOREACH (gone IN CASE WHEN consents THEN [] ELSE [customer] END |
  // each label: REMOVE <<gone:{label}>>
  REMOVE gone:Profiled, gone:Touched
  // each end
  // each property purpose=profiling: REMOVE <<gone.{property}>>
  REMOVE gone.influence, gone.reach, gone.brokerage, gone.response, gone.conversion, gone.reactions,
    gone.conversions, gone.referralYield, gone.influenceTier, gone.roles, gone.outsideReach, gone.activity,
    gone.history, gone.influenceChange, gone.degree, gone.pageRank, gone.betweenness, gone.harmonicCloseness,
    gone.coreness, gone.triangles, gone.clustering, gone.component, gone.communityId, gone.participation,
    gone.recency, gone.frequency, gone.monetary, gone.rfmDays, gone.rfmOrders, gone.rfmSpendMinor, gone.rfmLevel,
    gone.rfmSegment, gone.rfmCurrency, gone.rfmScoredAt, gone.clvMinor, gone.clvAlive, gone.clvOrders,
    gone.clvValueMinor, gone.clvSimpleMinor, gone.networkValueMinor, gone.clvScoredAt, gone.lifecycle,
    gone.lifecycleHistory, gone.lifecycleAt, gone.cluster, gone.churnProbability, gone.churnModel,
    gone.churnScoredAt, gone.loyaltyTier, gone.loyaltySince, gone.loyaltyHistory, gone.loyaltyNoticedAt,
    gone.loyaltyFallsAt, gone.loyaltyFallsTo, gone.loyaltyKeepMinor, gone.loyaltyKeepOrders, gone.fraudScore,
    gone.fraudSignals, gone.fraudReasons, gone.fraudReasonsZh, gone.fraudRing
  // each end
)
RETURN count(CASE WHEN consents THEN 1 END) AS profiled, count(CASE WHEN forgets THEN 1 END) AS forgotten,
  [id IN collect(CASE WHEN before <> consents THEN customer.id END) | id] AS changed;
