// Records the ground other than consent on which a customer's data may be used for a purpose, or ends it where basis is null.
// mode   write
// param  eventId     string
// param  customerId  string
// param  purposeId   string
// param  basis       string?    CONTRACT, LEGAL_OBLIGATION, VITAL_INTEREST, PUBLIC_INTEREST, LEGITIMATE_INTEREST
// param  reason      string     nothing personal
// param  until       datetime?
// param  by          string     subject of the token
// param  now         datetime
// row    known       integer    0 when there is no such customer
// needs  constraint rests_on_key
// try    :param eventId => 'b1';
// try    :param customerId => 'C0000001';
// try    :param purposeId => 'service';
// try    :param basis => 'CONTRACT';
// try    :param reason => 'open orders';
// try    :param until => null;
// try    :param by => 'me';
// try    :param now => datetime();
OPTIONAL MATCH (customer:Customer {id: $customerId})
SET customer.alias = customer.alias
WITH customer
OPTIONAL MATCH (purpose:Purpose {id: $purposeId})
OPTIONAL MATCH (customer)-[before:RESTS_ON {key: $customerId + '|' + $purposeId}]->(purpose)
FOREACH (gone IN CASE WHEN $basis IS NULL AND before IS NOT NULL THEN [before] ELSE [] END | DELETE gone)
FOREACH (person IN CASE WHEN customer IS NULL OR purpose IS NULL THEN [] ELSE [customer] END |
  FOREACH (_ IN CASE WHEN $basis IS NULL THEN [] ELSE [1] END |
    MERGE (person)-[ground:RESTS_ON {key: $customerId + '|' + $purposeId}]->(purpose)
    SET ground.basis = $basis, ground.reason = $reason, ground.until = $until, ground.since = $now, ground.recordedBy = $by)
  MERGE (event:StandingEvent {id: $eventId})
    ON CREATE SET event.kind = CASE WHEN $basis IS NULL THEN 'BASIS_ENDED' ELSE 'BASIS' END, event.purposeId = $purposeId,
      event.basis = $basis, event.reason = $reason, event.until = $until, event.at = $now, event.by = $by
  MERGE (person)-[:HAS_STANDING_EVENT]->(event))
RETURN count(customer) AS known;
