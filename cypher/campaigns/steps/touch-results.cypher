// What came of the touches of each variant, by their states.
// mode   read
// param  campaignId    string
// row    variantId     string
// row    state         string?   null for touches that were imported
// row    touched       integer
// row    delivered     integer
// row    bounced       integer
// row    opened        integer
// row    clicked       integer
// row    replied       integer
// row    unsubscribed  integer
// row    converted     integer
// row    valueMinor    integer   of their conversions, minor units
// row    valueSquares  float     sum of the squares of each person's value
// row    costMinor     integer   of the messages
// needs  index campaign_id
// try    :param campaignId => 'M001';
MATCH (:Campaign {id: $campaignId})-[:HAS_VARIANT]->(variant:Variant)<-[:OF_VARIANT]-(touch:Touch)
CALL (touch) {
  OPTIONAL MATCH (touch)-[:LEADS_TO]->(conversion:Conversion)
  RETURN count(conversion) AS conversions, coalesce(sum(conversion.valueMinor), 0) AS value
}
RETURN variant.id AS variantId, touch.state AS state, count(touch) AS touched, count(touch.deliveredAt) AS delivered,
  count(touch.bouncedAt) AS bounced, count(touch.openedAt) AS opened, count(touch.clickedAt) AS clicked,
  count(touch.repliedAt) AS replied, count(touch.unsubscribedAt) AS unsubscribed,
  count(CASE WHEN conversions > 0 THEN 1 END) AS converted, sum(value) AS valueMinor,
  sum(toFloat(value) * value) AS valueSquares, coalesce(sum(touch.costMinor), 0) AS costMinor
ORDER BY variantId, state;
