// Sets or lifts the ban on all contact with a customer, and notes it among the events that no consent is.
// mode   write
// param  eventId     string
// param  customerId  string
// param  banned      boolean
// param  reason      string     nothing personal
// param  via         string
// param  by          string     subject of the token
// param  now         datetime
// row    known       integer    0 when there is no such customer
// row    changed     boolean
// needs  constraint standing_event_id
// try    :param eventId => 'b1';
// try    :param customerId => 'C0000001';
// try    :param banned => true;
// try    :param reason => 'asked by letter';
// try    :param via => 'letter';
// try    :param by => 'me';
// try    :param now => datetime();
OPTIONAL MATCH (customer:Customer {id: $customerId})
SET customer.alias = customer.alias
WITH customer, customer IS NOT NULL AND (customer:DoNotContact) <> $banned AS changed
FOREACH (person IN CASE WHEN changed AND $banned THEN [customer] ELSE [] END |
  SET person:DoNotContact, person.doNotContactSince = $now, person.doNotContactReason = $reason)
FOREACH (person IN CASE WHEN changed AND NOT $banned THEN [customer] ELSE [] END |
  REMOVE person:DoNotContact, person.doNotContactSince, person.doNotContactReason)
FOREACH (person IN CASE WHEN changed THEN [customer] ELSE [] END |
  MERGE (event:StandingEvent {id: $eventId})
    ON CREATE SET event.kind = CASE WHEN $banned THEN 'BANNED' ELSE 'LIFTED' END, event.at = $now, event.reason = $reason,
      event.via = $via, event.by = $by
  MERGE (person)-[:HAS_STANDING_EVENT]->(event))
RETURN count(customer) AS known, coalesce(head(collect(changed)), false) AS changed;
