// How many communities have how many members who consent to profiling and to the purpose. True numbers: noise is added before they leave.
// mode   read
// param  purposeId    string
// param  now          datetime
// row    size         integer   unique
// row    communities  integer
// needs  constraint purpose_id
// try    :param purposeId => 'research';
// try    :param now => datetime();
MATCH (purpose:Purpose {id: $purposeId})<-[consent:CONSENTS_TO]-(person:Profiled)
WHERE (consent.until IS NULL OR consent.until > $now) AND person.communityId IS NOT NULL
WITH DISTINCT person
WITH person.communityId AS community, count(*) AS size
RETURN size, count(*) AS communities
ORDER BY size;
