// What one customer did and allowed: latest orders, posts by kind, consents that hold, latest touches.
// mode   read
// param  customerId    string
// param  now           datetime
// param  orders        integer = 10
// param  touches       integer = 10
// row    recentOrders  list<map>   id, at, amountMinor, currency, channel, storeId, refundedAt; latest first
// row    posts         list<map>   kind, total, last90Days, lastAt
// row    consents      list<map>   purpose, channel, since, until, textVersion; those that hold now
// row    touches       list<map>   id, at, notBefore, channel, campaignId, campaign, campaignZh, variant, converted; latest first
// needs  index customer_id
// try    :param customerId => 'C0000001';
// try    :param now => datetime();
// try    :param orders => 10;
// try    :param touches => 10;
MATCH (customer:Customer {id: $customerId})
RETURN COLLECT { MATCH (customer)-[:PLACED]->(order:Order)
         WITH order ORDER BY order.at DESC, order.id LIMIT $orders
         RETURN order {.id, .at, .amountMinor, .currency, .channel, .refundedAt,
           storeId: head([(order)-[:AT_STORE]->(store:Store) | store.id])}
         ORDER BY order.at DESC, order.id } AS recentOrders,
       COLLECT { MATCH (customer)-[:POSTED]->(post:Post)
         WITH post.kind AS kind, count(post) AS total, max(post.at) AS lastAt,
              count(CASE WHEN post.at > $now - duration({days: 90}) THEN 1 END) AS last90Days
         RETURN {kind: kind, total: total, last90Days: last90Days, lastAt: lastAt} ORDER BY kind } AS posts,
       COLLECT { MATCH (customer)-[consent:CONSENTS_TO]->(purpose:Purpose)
         WHERE consent.until IS NULL OR consent.until > $now
         RETURN consent {.channel, .since, .until, .textVersion, purpose: purpose.id}
         ORDER BY purpose.id, consent.channel } AS consents,
       COLLECT { MATCH (customer)-[:RECEIVED]->(touch:Touch)
         WITH touch ORDER BY touch.at DESC, touch.id LIMIT $touches
         OPTIONAL MATCH (touch)-[:OF_VARIANT]->(variant:Variant)
         OPTIONAL MATCH (variant)<-[:HAS_VARIANT]-(campaign:Campaign)
         RETURN touch {.id, .at, .notBefore, .channel, variant: variant.name, campaignId: campaign.id, campaign: campaign.name, campaignZh: campaign.nameZh,
           converted: EXISTS { (touch)-[:LEADS_TO]->(:Conversion) }}
         ORDER BY touch.at DESC, touch.id } AS touches;
