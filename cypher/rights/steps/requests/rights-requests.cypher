// Requests of people about their data, those due first; one by its id, or of a state, or only the overdue.
// mode   read
// param  id            string?
// param  state         string?
// param  overdue       boolean = false
// param  now           datetime
// param  limit         integer = 100
// row    id            string     unique
// row    kind          string
// row    state         string     OPEN, IDENTIFIED, DONE, REFUSED
// row    customerId    string?    null when the customer was erased
// row    purposeId     string?    of an objection
// row    via           string
// row    openedAt      datetime
// row    dueAt         datetime
// row    identifiedAt  datetime?
// row    identifiedBy  string?
// row    means         string?    how identity was checked
// row    closedAt      datetime?
// row    closedBy      string?
// row    reason        string?
// row    receiptId     string?    of an erasure
// row    overdue       boolean
// needs  index data_request_state
// try    :param id => null;
// try    :param state => 'OPEN';
// try    :param overdue => false;
// try    :param now => datetime();
// try    :param limit => 20;
MATCH (request:DataRequest)
WHERE ($id IS NULL OR request.id = $id) AND ($state IS NULL OR request.state = $state)
WITH request, coalesce(request.closedAt, $now) > request.dueAt AS late
WHERE late OR NOT $overdue
OPTIONAL MATCH (customer:Customer)-[:ASKED]->(request)
RETURN request.id AS id, request.kind AS kind, request.state AS state, customer.id AS customerId,
       request.purposeId AS purposeId, request.via AS via, request.openedAt AS openedAt, request.dueAt AS dueAt,
       request.identifiedAt AS identifiedAt, request.identifiedBy AS identifiedBy, request.means AS means,
       request.closedAt AS closedAt, request.closedBy AS closedBy, request.reason AS reason,
       request.receiptId AS receiptId, late AS overdue
ORDER BY dueAt, id
LIMIT $limit;
