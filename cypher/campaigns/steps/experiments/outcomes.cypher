// What came of the people of an experiment: of its own, those who drew a variant; of a campaign, those whom it touched. They consent to
// profiling. A page in the order of communities and ids, summed up by community (of persons who drew, by none), variant, and whether
// neighbours have what they have.
// mode   read
// param  id                string
// param  until             datetime
// param  byCommunity       boolean
// param  currency          string?   only orders in it; null for all
// param  exposure          float     share of neighbours with the same variant, 0..1
// param  afterCluster      string = ''
// param  after             string = ''   customer id of the last of the page before, in that community
// param  limit             integer = 20000   people
// row    cluster           string    empty where persons draw
// row    variantId         string
// row    exposed           boolean   of their neighbours in the experiment enough have the same variant
// row    touched           boolean   some of them have another than the control
// row    last              string    the greatest customer id
// row    people            integer
// row    converted         integer   people
// row    orders            integer   not refunded
// row    spendMinor        integer
// row    refunded          integer   people
// row    withdrew          integer   people
// row    ordersBefore      integer
// row    spendBeforeMinor  integer
// row    orders2           float     sums of squares and products of two
// row    spend2            float
// row    ordersSpend       float
// row    ordersBefore2     float
// row    spendBefore2      float
// row    ordersBoth        float
// row    spendBoth         float
// needs  constraint experiment_id
// try    :param id => 'x1';
// try    :param until => datetime();
// try    :param byCommunity => false;
// try    :param currency => 'CNY';
// try    :param exposure => 0.8;
// try    :param afterCluster => '';
// try    :param after => '';
// try    :param limit => 20;
MATCH (experiment:Experiment {id: $id})
OPTIONAL MATCH (experiment)-[:TESTS]->(campaign:Campaign)
CALL (experiment, campaign) {
  MATCH (experiment)-[:HAS_VARIANT]->(variant:Variant)<-[tried:TRIED]-(customer:Profiled)
  WHERE tried.experiment = experiment.id
  RETURN customer, variant, tried.at AS at, tried.cluster AS drew, null AS touch
  UNION ALL
  MATCH (campaign)-[:HAS_VARIANT]->(variant:Variant)<-[:OF_VARIANT]-(touch:Touch)<-[:RECEIVED]-(customer:Profiled)
  WHERE coalesce(touch.state, 'SENT') <> 'SKIPPED'
  OPTIONAL MATCH (customer)-[tried:TRIED]->(variant)
  RETURN customer, variant, touch.at AS at, coalesce(tried.cluster, customer.communityId) AS drew, touch
}
WITH experiment, customer, variant, at, touch, CASE WHEN $byCommunity THEN coalesce(drew, customer.id) ELSE '' END AS cluster
WHERE cluster > $afterCluster OR cluster = $afterCluster AND customer.id > $after
ORDER BY cluster, customer.id
LIMIT $limit
WITH *, CASE WHEN at + duration({days: experiment.windowDays}) < $until
    THEN at + duration({days: experiment.windowDays}) ELSE $until END AS end,
  at - duration({days: experiment.beforeDays}) AS since
CALL (customer, at, end, since) {
  MATCH (customer)-[:PLACED]->(order:Order)
  WHERE since <= order.at < end AND ($currency IS NULL OR order.currency = $currency)
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
WITH customer.id AS id, cluster, variant.id AS variantId, neighbours = 0 OR alike >= $exposure * neighbours AS exposed,
  treated > 0 AS touched, orders, spendMinor, ordersBefore, spendBeforeMinor, sign(refunds) AS refunded,
  CASE WHEN orders > 0 OR EXISTS { MATCH (touch)-[:LEADS_TO]->(conversion:Conversion) WHERE conversion.at < end } THEN 1 ELSE 0 END AS converted,
  CASE WHEN EXISTS { MATCH (customer)-[:HAS_CONSENT_EVENT]->(event:ConsentEvent)
    WHERE event.action IN ['WITHDRAWN', 'OBJECTED'] AND at <= event.at < end } THEN 1 ELSE 0 END AS withdrew,
  toFloat(orders) AS o, toFloat(spendMinor) AS s, toFloat(ordersBefore) AS p, toFloat(spendBeforeMinor) AS q
RETURN cluster, variantId, exposed, touched, max(id) AS last, count(*) AS people, sum(converted) AS converted, sum(orders) AS orders,
  sum(spendMinor) AS spendMinor, sum(refunded) AS refunded, sum(withdrew) AS withdrew, sum(ordersBefore) AS ordersBefore,
  sum(spendBeforeMinor) AS spendBeforeMinor, sum(o * o) AS orders2, sum(s * s) AS spend2, sum(o * s) AS ordersSpend,
  sum(p * p) AS ordersBefore2, sum(q * q) AS spendBefore2, sum(o * p) AS ordersBoth, sum(s * q) AS spendBoth
ORDER BY cluster, variantId, exposed, touched;
