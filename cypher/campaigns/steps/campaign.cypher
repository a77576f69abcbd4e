// A campaign, its settings and what came of it so far.
// mode   read
// param  id           string
// row    id           string     unique
// row    name         string?
// row    nameZh       string?
// row    purpose      string?
// row    channel      string?
// row    channels     list<string>?  all, in the order in which they are tried
// row    segment      string?    null where the audience is another, and for a campaign that was imported
// row    community    string?
// row    named        integer    customers whom it names
// row    excludeSegments   list<string>?
// row    excludeCampaigns  list<string>?
// row    priority     integer    1..10
// row    kind         string?    JOURNEY, or null
// row    createdBy    string?    subject of the token
// row    approvedBy   string?
// row    approvedAt   datetime?
// row    approvedSize integer?   customers who could be reached then
// row    scheduled    boolean    launched by itself at startsAt, once approved
// row    pausedBecause  string?  BUDGET, CURRENCY, NOBODY
// row    spentMinor   integer    cost of the messages that left or are leaving
// row    status       string     DRAFT, APPROVED, LAUNCHED, PAUSED, DONE, STOPPED
// row    startsAt     datetime?
// row    startedAt    datetime?
// row    endedAt      datetime?
// row    costMinor    integer?   of the whole campaign, minor units
// row    budgetMinor  integer?
// row    currency     string?
// row    launch       string?    counts of the last launch, JSON
// row    touched      integer    customers
// row    converted    integer    customers with a conversion
// row    valueMinor   integer    of the conversions in that currency, minor units
// row    valueCurrency string?   the campaign's, or the one of most of its conversions' orders
// needs  index campaign_id
// try    :param id => 'M001';
MATCH (campaign:Campaign {id: $id})
CALL (campaign) {
  OPTIONAL MATCH (campaign)-[:HAS_VARIANT]->(:Variant)<-[:OF_VARIANT]-(:Touch)-[:LEADS_TO]->(:Conversion)-[:OF_ORDER]->(order:Order)
  WHERE campaign.currency IS NULL
  RETURN coalesce(campaign.currency, order.currency) AS currency, count(*) AS times
  ORDER BY times DESC, currency
  LIMIT 1
}
OPTIONAL MATCH (campaign)-[:HAS_VARIANT]->(:Variant)<-[:OF_VARIANT]-(touch:Touch)
CALL (touch, currency) {
  OPTIONAL MATCH (touch)-[:LEADS_TO]->(conversion:Conversion)
  OPTIONAL MATCH (conversion)-[:OF_ORDER]->(order:Order)
  RETURN count(conversion) AS conversions,
    sum(CASE WHEN coalesce(order.currency, currency, '') = coalesce(currency, '') THEN conversion.valueMinor END) AS value
}
WITH campaign, currency, count(touch) AS touched, count(CASE WHEN conversions > 0 THEN 1 END) AS converted, sum(value) AS valueMinor
RETURN campaign.id AS id, campaign.name AS name, campaign.nameZh AS nameZh, campaign.purpose AS purpose, campaign.channel AS channel,
       campaign.channels AS channels, campaign.segment AS segment, campaign.community AS community,
       COUNT { MATCH (campaign)-[:TARGETS]->(:Customer) } AS named, campaign.excludeSegments AS excludeSegments,
       campaign.excludeCampaigns AS excludeCampaigns, coalesce(campaign.priority, 5) AS priority, campaign.kind AS kind,
       campaign.createdBy AS createdBy, campaign.approvedBy AS approvedBy, campaign.approvedAt AS approvedAt,
       campaign.approvedSize AS approvedSize, coalesce(campaign.scheduled, false) AS scheduled,
       campaign.pausedBecause AS pausedBecause, coalesce(campaign.spentMinor, 0) AS spentMinor,
       coalesce(campaign.status, CASE WHEN campaign.startedAt IS NULL THEN 'DRAFT' ELSE 'LAUNCHED' END) AS status,
       campaign.startsAt AS startsAt, campaign.startedAt AS startedAt, campaign.endedAt AS endedAt,
       campaign.costMinor AS costMinor, campaign.budgetMinor AS budgetMinor, campaign.currency AS currency,
       campaign.launch AS launch, touched, converted, valueMinor,
       currency AS valueCurrency;
