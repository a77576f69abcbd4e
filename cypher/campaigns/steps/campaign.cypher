// A campaign, its settings and what came of it so far.
// mode   read
// param  id           string
// row    id           string     unique
// row    name         string?
// row    purpose      string?
// row    channel      string?
// row    segment      string?    null for a campaign that was imported
// row    status       string     DRAFT, LAUNCHED, PAUSED, STOPPED
// row    startsAt     datetime?
// row    startedAt    datetime?
// row    endedAt      datetime?
// row    costMinor    integer?   of the whole campaign, minor units
// row    budgetMinor  integer?
// row    currency     string?
// row    launch       string?    counts of the last launch, JSON
// row    touched      integer    customers
// row    converted    integer    customers with a conversion
// row    valueMinor   integer    of the conversions, minor units
// needs  index campaign_id
// try    :params {id: 'k1'}
MATCH (campaign:Campaign {id: $id})
OPTIONAL MATCH (campaign)-[:HAS_VARIANT]->(:Variant)<-[:OF_VARIANT]-(touch:Touch)
CALL (touch) {
  OPTIONAL MATCH (touch)-[:LEADS_TO]->(conversion:Conversion)
  RETURN count(conversion) AS conversions, sum(conversion.valueMinor) AS value
}
WITH campaign, count(touch) AS touched, count(CASE WHEN conversions > 0 THEN 1 END) AS converted, sum(value) AS valueMinor
RETURN campaign.id AS id, campaign.name AS name, campaign.purpose AS purpose, campaign.channel AS channel,
       campaign.segment AS segment,
       coalesce(campaign.status, CASE WHEN campaign.startedAt IS NULL THEN 'DRAFT' ELSE 'LAUNCHED' END) AS status,
       campaign.startsAt AS startsAt, campaign.startedAt AS startedAt, campaign.endedAt AS endedAt,
       campaign.costMinor AS costMinor, campaign.budgetMinor AS budgetMinor, campaign.currency AS currency,
       campaign.launch AS launch, touched, converted, valueMinor;
