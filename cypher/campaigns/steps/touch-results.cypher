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
// row    costMinor     integer   of the messages
// needs  index campaign_id
// try    :param campaignId => 'M001';
MATCH (:Campaign {id: $campaignId})-[:HAS_VARIANT]->(variant:Variant)<-[:OF_VARIANT]-(touch:Touch)
RETURN variant.id AS variantId, touch.state AS state, count(touch) AS touched, count(touch.deliveredAt) AS delivered,
  count(touch.bouncedAt) AS bounced, count(touch.openedAt) AS opened, count(touch.clickedAt) AS clicked,
  count(touch.repliedAt) AS replied, count(touch.unsubscribedAt) AS unsubscribed,
  count(CASE WHEN EXISTS { (touch)-[:LEADS_TO]->(:Conversion) } THEN 1 END) AS converted,
  coalesce(sum(touch.costMinor), 0) AS costMinor
ORDER BY variantId, state;
