// What came of the people of an experiment, a page in the order of ids: of its own, those who drew a variant; of a campaign, those whom it
// touched. They consent to profiling.
// mode   read
// param  id                string
// param  until             datetime
// param  after             string = ''
// param  limit             integer = 2000
// row    customerId        string    unique
// row    variantId         string
// row    cluster           string    the community, or the person
// row    converted         boolean
// row    orders            integer   not refunded
// row    spendMinor        integer
// row    refunds           integer
// row    withdrew          boolean
// row    ordersBefore      integer
// row    spendBeforeMinor  integer
// row    neighbours        integer   in the experiment
// row    alike             integer   of them, with the same variant
// row    treated           integer   of them, with another than the control
// needs  constraint experiment_id
// try    :param id => 'x1';
// try    :param until => datetime();
// try    :param after => '';
// try    :param limit => 20;
MATCH (experiment:Experiment {id: $id})
OPTIONAL MATCH (experiment)-[:TESTS]->(campaign:Campaign)
CALL (experiment, campaign) {
  MATCH (experiment)-[:HAS_VARIANT]->(variant:Variant)<-[tried:TRIED]-(customer:Profiled)
  WHERE tried.experiment = experiment.id AND customer.id > $after
  RETURN customer, variant, tried.at AS at, tried.cluster AS cluster, null AS touch
  UNION ALL
  MATCH (campaign)-[:HAS_VARIANT]->(variant:Variant)<-[:OF_VARIANT]-(touch:Touch)<-[:RECEIVED]-(customer:Profiled)
  WHERE customer.id > $after AND coalesce(touch.state, 'SENT') <> 'SKIPPED'
  OPTIONAL MATCH (customer)-[tried:TRIED]->(variant)
  RETURN customer, variant, touch.at AS at, coalesce(tried.cluster, customer.communityId) AS cluster, touch
}
WITH experiment, campaign, customer, variant, at, coalesce(cluster, customer.id) AS cluster, touch
ORDER BY customer.id
LIMIT $limit
WITH *, CASE WHEN at + duration({days: experiment.windowDays}) < $until
    THEN at + duration({days: experiment.windowDays}) ELSE $until END AS end,
  at - duration({days: experiment.beforeDays}) AS since
CALL (customer, at, end, since) {
  MATCH (customer)-[:PLACED]->(order:Order)
  WHERE since <= order.at < end
  RETURN count(CASE WHEN order.at >= at AND order.refundedAt IS NULL THEN 1 END) AS orders,
    sum(CASE WHEN order.at >= at AND order.refundedAt IS NULL THEN order.amountMinor ELSE 0 END) AS spendMinor,
    count(CASE WHEN order.at >= at AND order.refundedAt IS NOT NULL THEN 1 END) AS refunds,
    count(CASE WHEN order.at < at AND order.refundedAt IS NULL THEN 1 END) AS ordersBefore,
    sum(CASE WHEN order.at < at AND order.refundedAt IS NULL THEN order.amountMinor ELSE 0 END) AS spendBeforeMinor
}
CALL (experiment, customer, variant) {
  MATCH (customer)-[:KNOWS]-(:Profiled)-[drawn:TRIED]->(theirs:Variant)
  WHERE drawn.experiment = experiment.id
  RETURN count(*) AS neighbours, count(CASE WHEN theirs = variant THEN 1 END) AS alike,
    count(CASE WHEN theirs.position > 1 THEN 1 END) AS treated
}
RETURN customer.id AS customerId, variant.id AS variantId, cluster,
  orders > 0 OR EXISTS { MATCH (touch)-[:LEADS_TO]->(conversion:Conversion) WHERE conversion.at < end } AS converted,
  orders, spendMinor, refunds,
  EXISTS { MATCH (customer)-[:HAS_CONSENT_EVENT]->(event:ConsentEvent)
    WHERE event.action IN ['WITHDRAWN', 'OBJECTED'] AND at <= event.at < end } AS withdrew,
  ordersBefore, spendBeforeMinor,
  neighbours, alike, treated
ORDER BY customerId;
