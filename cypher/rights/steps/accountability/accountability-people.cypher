// For each purpose how many people data is used of, and of how many on a ground that holds: for profiling those about whom something was
// worked out, for the others those who were sent something since.
// mode   read
// param  since      datetime
// param  now        datetime
// row    purposeId  string
// row    used       integer
// row    grounded   integer
// needs  constraint purpose_id
// try    :param since => datetime() - duration('P90D');
// try    :param now => datetime();
CALL () {
  MATCH (customer:Customer)
  // each run purpose=profiling: WHERE <<customer.{mark} IS NOT NULL>> by ' OR '
  WHERE customer.influence IS NOT NULL OR customer.rfmSegment IS NOT NULL OR customer.clvMinor IS NOT NULL OR
    customer.lifecycle IS NOT NULL OR customer.churnProbability IS NOT NULL OR customer.loyaltyTier IS NOT NULL OR
    customer.cluster IS NOT NULL OR customer.fraudScore IS NOT NULL
  // each end
  RETURN 'profiling' AS purposeId, count(*) AS used, count(CASE WHEN EXISTS {
    MATCH (customer)-[consent:CONSENTS_TO]->(purpose:Purpose)
    WHERE purpose.id = 'profiling' AND (consent.until IS NULL OR consent.until > $now)
  } THEN 1 END) AS grounded
  UNION ALL
  MATCH (campaign:Campaign)-[:HAS_VARIANT]->(:Variant)<-[:OF_VARIANT]-(touch:Touch)<-[:RECEIVED]-(customer:Customer)
  WHERE touch.at >= $since
  WITH coalesce(campaign.purpose, 'marketing') AS purposeId, customer, max(touch.at) AS at,
       count(touch.ground) = count(touch) AS recorded
  RETURN purposeId, count(*) AS used, count(CASE WHEN recorded OR EXISTS {
    MATCH (customer)-[:CONSENTS_TO|RESTS_ON]->(purpose:Purpose) WHERE purpose.id = purposeId
  } OR EXISTS {
    MATCH (customer)-[:HAS_CONSENT_EVENT]->(event:ConsentEvent)
    WHERE event.purposeId = purposeId AND event.action IN ['GIVEN', 'REFRESHED'] AND event.at <= at
  } THEN 1 END) AS grounded
}
RETURN purposeId, used, grounded
ORDER BY purposeId;
