// Who knows whom among those who consent to profiling and to the purpose. For making a picture without anyone in it; never leaves as it is.
// mode   read
// param  purposeId     string
// param  now           datetime
// param  region        string?      of this region only
// param  minCloseness  float = 0.0  from which a tie counts
// param  limit         integer
// row    id            string       unique
// row    communityId   string?
// row    others        list<string>
// needs  constraint purpose_id
// try    :param purposeId => 'research';
// try    :param now => datetime();
// try    :param region => null;
// try    :param minCloseness => 0.0;
// try    :param limit => 1000;
MATCH (purpose:Purpose {id: $purposeId})<-[consent:CONSENTS_TO]-(person:Profiled)
WHERE (consent.until IS NULL OR consent.until > $now) AND ($region IS NULL OR person.region = $region)
WITH DISTINCT person
LIMIT $limit
CALL (person) {
  MATCH (person)-[tie:KNOWS]->(other:Profiled)
  WHERE tie.closeness >= $minCloseness
  RETURN collect(other.id) AS others
}
RETURN person.id AS id, person.communityId AS communityId, others;
