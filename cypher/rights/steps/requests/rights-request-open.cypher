// Opens a request of a person about their data; one of the same kind that is still open stands for it.
// mode   write
// param  id          string
// param  customerId  string
// param  kind        string    ACCESS, PORTABILITY, CORRECTION, ERASURE, RESTRICTION, OBJECTION
// param  via         string
// param  subject     string    keyed hash of the customer's id, which stays when the customer is gone
// param  purposeId   string?   of an objection
// param  openedAt    datetime
// param  dueAt       datetime
// row    requestId   string?   null when there is no such customer
// row    opened      boolean   false when one was open already
// needs  constraint data_request_id
// needs  constraint customer_id
// try    :param id => 'q1';
// try    :param customerId => 'C0000001';
// try    :param kind => 'ACCESS';
// try    :param via => 'form';
// try    :param subject => 'h';
// try    :param purposeId => null;
// try    :param openedAt => datetime();
// try    :param dueAt => datetime();
OPTIONAL MATCH (customer:Customer {id: $customerId})
SET customer.asked = null // locks it
WITH customer, head(COLLECT {
  MATCH (customer)-[:ASKED]->(known:DataRequest)
  WHERE known.kind = $kind AND known.state IN ['OPEN', 'IDENTIFIED'] AND coalesce(known.purposeId, '') = coalesce($purposeId, '')
  RETURN known.id AS id ORDER BY known.openedAt, id
}) AS known
FOREACH (asker IN CASE WHEN customer IS NULL OR known IS NOT NULL THEN [] ELSE [customer] END |
  MERGE (request:DataRequest {id: $id})
    ON CREATE SET request.kind = $kind, request.state = 'OPEN', request.via = $via, request.subject = $subject,
      request.purposeId = $purposeId, request.openedAt = $openedAt, request.dueAt = $dueAt
  MERGE (asker)-[:ASKED]->(request))
RETURN CASE WHEN customer IS NOT NULL THEN coalesce(known, $id) END AS requestId,
       customer IS NOT NULL AND known IS NULL AS opened;
