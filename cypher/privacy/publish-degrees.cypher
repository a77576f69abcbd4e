// How many people know how many others, among those who consent to profiling and to the purpose. True numbers: noise is added before they leave.
// mode   read
// param  purposeId  string
// param  now        datetime
// row    degree     integer   unique
// row    people     integer
// try    :params {purposeId: 'research', now: datetime()}
MATCH (person:Profiled)
WHERE EXISTS {
  MATCH (person)-[consent:CONSENTS_TO]->(purpose:Purpose)
  WHERE purpose.id = $purposeId AND (consent.until IS NULL OR consent.until > $now)
}
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
