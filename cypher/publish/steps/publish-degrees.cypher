// How many people know how many others, among those who consent to profiling and to the purpose. True numbers: noise is added before they leave.
// mode   read
// param  purposeId  string
// param  now        datetime
// row    degree     integer   unique
// row    people     integer
// needs  constraint purpose_id
// try    :param purposeId => 'research';
// try    :param now => datetime();
MATCH (purpose:Purpose {id: $purposeId})<-[consent:CONSENTS_TO]-(person:Profiled)
WHERE (consent.until IS NULL OR consent.until > $now)
WITH DISTINCT person
CALL (person) {
  MATCH (person)-[:KNOWS]-(other:Profiled)
  WHERE EXISTS {
    MATCH (other)-[consent:CONSENTS_TO]->(purpose:Purpose)
    WHERE purpose.id = $purposeId AND (consent.until IS NULL OR consent.until > $now)
  }
  RETURN count(*) AS degree
}
RETURN degree, count(*) AS people
ORDER BY degree;
