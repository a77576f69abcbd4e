// Campaigns, the newest first, with how they stand. Those of journeys come only when asked for.
// mode   read
// param  status     string?
// param  journeys   boolean
// param  limit      integer
// row    id         string     unique
// row    name       string?
// row    nameZh       string?
// row    status     string
// row    channel    string?
// row    purpose    string?
// row    priority   integer
// row    startsAt   datetime?
// row    startedAt  datetime?
// row    endedAt    datetime?
// row    touched    integer
// needs  index campaign_id
// try    :param status => null;
// try    :param journeys => false;
// try    :param limit => 20;
MATCH (campaign:Campaign)
WITH campaign,
  coalesce(campaign.status, CASE WHEN campaign.startedAt IS NULL THEN 'DRAFT' ELSE 'LAUNCHED' END) AS status
WHERE ($status IS NULL OR status = $status) AND ($journeys OR campaign.kind IS NULL)
WITH campaign, status
ORDER BY coalesce(campaign.createdAt, campaign.startedAt, datetime('1970-01-01')) DESC, campaign.id
LIMIT $limit
CALL (campaign) {
  OPTIONAL MATCH (campaign)-[:HAS_VARIANT]->(variant:Variant)
  RETURN sum(COUNT { (variant)<-[:OF_VARIANT]-() }) AS touched // a degree: no touch is looked at
}
RETURN campaign.id AS id, campaign.name AS name, campaign.nameZh AS nameZh, status, campaign.channel AS channel,
  campaign.purpose AS purpose,
  coalesce(campaign.priority, 5) AS priority, campaign.startsAt AS startsAt, campaign.startedAt AS startedAt,
  campaign.endedAt AS endedAt, touched;
