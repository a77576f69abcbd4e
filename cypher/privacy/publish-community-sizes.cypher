// How many communities have how many members who consent to profiling and to the purpose. True numbers: noise is added before they leave.
// mode   read
// param  purposeId    string
// param  now          datetime
// row    size         integer   unique
// row    communities  integer
// try    :params {purposeId: 'research', now: datetime()}
MATCH (person:Profiled)
WHERE person.communityId IS NOT NULL AND EXISTS {
  MATCH (person)-[consent:CONSENTS_TO]->(purpose:Purpose)
  WHERE purpose.id = $purposeId AND (consent.until IS NULL OR consent.until > $now)
}
WITH person.communityId AS community, count(*) AS size
RETURN size, count(*) AS communities
ORDER BY size;
