// What reached customers and what they did then: touches and referrals, and conversions. A page in the order of ids, of those who consent
// to profiling. Who was brought by a person and bought without a campaign converted by their first order.
// mode   read
// param  since        datetime        earliest touch
// param  from         datetime        earliest conversion
// param  until        datetime        exclusive
// param  after        string = ''     id of the last customer of the page before
// param  limit        integer = 5000
// row    customerId   string          unique
// row    touches      list<record>
// .      at           datetime
// .      campaignId   string?         null for a referral
// .      campaign     string?
// .      campaignZh   string?
// .      channel      string?
// .      variantId    string?
// .      variant      string?
// row    conversions  list<record>
// .      at           datetime
// .      valueMinor   integer?
// .      currency     string?
// .      newCustomer  boolean         it is the customer's first order
// needs  constraint customer_id
// try    :param since => datetime('2026-01-01');
// try    :param from => datetime('2026-02-01');
// try    :param until => datetime();
// try    :param after => '';
// try    :param limit => 20;
MATCH (customer:Customer)
WHERE customer.id > $after AND customer:Profiled AND (
  EXISTS { MATCH (customer)-[:RECEIVED]->(touch:Touch) WHERE $since <= touch.at < $until } OR
  EXISTS { MATCH (:Profiled)-[referral:REFERRED]->(customer) WHERE $since <= referral.at < $until })
WITH customer
ORDER BY customer.id
LIMIT $limit
RETURN customer.id AS customerId,
  COLLECT {
    MATCH (customer)-[:RECEIVED]->(touch:Touch)-[:OF_VARIANT]->(variant:Variant)<-[:HAS_VARIANT]-(campaign:Campaign)
    WHERE $since <= touch.at < $until AND NOT coalesce(touch.state, 'SENT') IN ['SKIPPED', 'FAILED', 'BOUNCED']
    RETURN {at: touch.at, campaignId: campaign.id, campaign: campaign.name, campaignZh: campaign.nameZh, channel: coalesce(touch.channel, campaign.channel),
      variantId: variant.id, variant: variant.name} AS one
    UNION ALL
    MATCH (:Profiled)-[referral:REFERRED]->(customer)
    WHERE $since <= referral.at < $until
    RETURN {at: referral.at, campaignId: null, campaign: null, campaignZh: null, channel: null, variantId: null, variant: null} AS one
  } AS touches,
  COLLECT {
    MATCH (customer)-[:RECEIVED]->(:Touch)-[:LEADS_TO]->(conversion:Conversion)
    WHERE $from <= conversion.at < $until
    WITH DISTINCT customer, conversion
    OPTIONAL MATCH (conversion)-[:OF_ORDER]->(order:Order)
    RETURN {at: conversion.at, valueMinor: conversion.valueMinor, currency: order.currency,
      newCustomer: coalesce(order.at, conversion.at) <= customer.firstOrderAt} AS one
    UNION ALL
    MATCH (customer)-[:PLACED]->(order:Order)
    WHERE order.at = customer.firstOrderAt AND $from <= order.at < $until AND order.refundedAt IS NULL
      AND EXISTS { MATCH (:Profiled)-[referral:REFERRED]->(customer)
        WHERE referral.at <= order.at AND coalesce(referral.status, 'CONVERTED') IN ['CONVERTED', 'REWARDED'] }
      AND NOT EXISTS { MATCH (customer)-[:RECEIVED]->(:Touch)-[:LEADS_TO]->(:Conversion)-[:OF_ORDER]->(order) }
    RETURN {at: order.at, valueMinor: order.amountMinor, currency: order.currency, newCustomer: true} AS one
  } AS conversions
ORDER BY customerId;
