// Everyone through whom word may pass, with their ties and whether they may be asked to start it. Each tie once, at one of its ends.
// mode   read
// param  communities  list<string>? = null  only these communities
// param  purposeId    string                marketing, referral, research
// param  channel      string                SMS, MAIL, CALL, WECHAT, MINI_PROGRAM, GROUP
// param  now          datetime
// param  unknown      float = 0.1           closeness of a tie that has none
// param  limit        integer = 200001      more people than may be asked for tells that there are too many
// row    customerId   string                unique
// row    communityId  string?
// row    mayAsk       boolean               consents to the purpose on the channel now
// row    others       list<string>
// row    closeness    list<float>           0..1, in the order of others
// needs  index profiled_community_id
// try    :params {communities: null, purposeId: 'marketing', channel: 'SMS', now: datetime()}
CALL () {
  WITH * WHERE $communities IS NULL
  MATCH (person:Profiled)
  RETURN person
  UNION ALL
  WITH * WHERE $communities IS NOT NULL
  UNWIND $communities AS community
  MATCH (person:Profiled)
  WHERE person.communityId = community
  RETURN DISTINCT person
}
WITH person
LIMIT $limit
CALL (person) {
  MATCH (person)-[tie:KNOWS]->(other:Profiled)
  RETURN collect(other.id) AS others, collect(coalesce(tie.closeness, $unknown)) AS closeness
}
RETURN person.id AS customerId, person.communityId AS communityId,
  NOT person:DoNotContact AND EXISTS {
    MATCH (person)-[consent:CONSENTS_TO]->(purpose:Purpose)
    WHERE purpose.id = $purposeId AND consent.channel IN [$channel, 'ALL'] AND (consent.until IS NULL OR consent.until > $now)
  } AS mayAsk, others, closeness
ORDER BY customerId;
