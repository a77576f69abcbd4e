// What campaigns cost, by channel and variant: the whole campaign, its touches in all and those in the time.
// mode   read
// param  from        datetime
// param  until       datetime   exclusive
// row    campaignId  string
// row    channel     string?
// row    variantId   string
// row    costMinor   integer    of the whole campaign, minor units
// row    currency    string?
// row    touches     integer    of the variant by the channel, in the time
// row    all         integer    of the campaign, ever
// needs  index campaign_id
// try    :param from => datetime('2026-01-01');
// try    :param until => datetime();
MATCH (campaign:Campaign)
WHERE campaign.costMinor > 0
WITH campaign, COUNT { (campaign)-[:HAS_VARIANT]->(:Variant)<-[:OF_VARIANT]-(:Touch) } AS all
MATCH (campaign)-[:HAS_VARIANT]->(variant:Variant)<-[:OF_VARIANT]-(touch:Touch)
WHERE $from <= touch.at < $until
RETURN campaign.id AS campaignId, coalesce(touch.channel, campaign.channel) AS channel, variant.id AS variantId,
  campaign.costMinor AS costMinor, campaign.currency AS currency, count(touch) AS touches, all
ORDER BY campaignId, channel, variantId;
