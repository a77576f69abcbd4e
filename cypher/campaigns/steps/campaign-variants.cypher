// The variants of a campaign in their order, with what came of each.
// mode   read
// param  campaignId  string
// param  currency    string?   of the conversions that count; null for any
// row    id          string    unique
// row    name        string
// row    share       float?    of the audience, 0..1; null for a campaign that was imported
// row    subject     string?   template
// row    text        string?   template; null where another system sends
// row    html        string?   template of a mail's HTML
// row    subjectZh   string?   the same in Chinese, where there are
// row    textZh      string?
// row    htmlZh      string?
// row    touched     integer
// row    converted   integer   customers with a conversion
// row    valueMinor  integer   of the conversions in that currency, minor units
// needs  index campaign_id
// try    :param campaignId => 'M001';
// try    :param currency => 'CNY';
MATCH (:Campaign {id: $campaignId})-[:HAS_VARIANT]->(variant:Variant)
OPTIONAL MATCH (variant)<-[:OF_VARIANT]-(touch:Touch)
CALL (touch) {
  OPTIONAL MATCH (touch)-[:LEADS_TO]->(conversion:Conversion)
  OPTIONAL MATCH (conversion)-[:OF_ORDER]->(order:Order)
  RETURN count(conversion) AS conversions,
    sum(CASE WHEN coalesce(order.currency, $currency, '') = coalesce($currency, '') THEN conversion.valueMinor END) AS value
}
WITH variant, count(touch) AS touched, count(CASE WHEN conversions > 0 THEN 1 END) AS converted, sum(value) AS valueMinor
ORDER BY variant.position, variant.id
RETURN variant.id AS id, variant.name AS name, variant.share AS share,
  variant.subject AS subject, variant.text AS text, variant.html AS html, variant.subjectZh AS subjectZh,
  variant.textZh AS textZh, variant.htmlZh AS htmlZh, touched, converted, valueMinor;
