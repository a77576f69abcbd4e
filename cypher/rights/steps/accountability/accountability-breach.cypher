// Who was affected, by what: accesses in a time, of one colleague or token, or to one field.
// mode   read
// param  since      datetime
// param  until      datetime
// param  viewer     string?   subject of the token
// param  field      string?   like phone
// row    action     string
// row    viewer     string
// row    role       string?
// row    entries    integer
// row    firstAt    datetime
// row    lastAt     datetime
// row    fields     list<string>
// row    customers  list<string>  each once; a mark where the customer was erased since
// needs  index audit_entry_at
// try    :param since => datetime() - duration('P7D');
// try    :param until => datetime();
// try    :param viewer => null;
// try    :param field => null;
MATCH (entry:AuditEntry)
WHERE entry.at >= $since AND entry.at <= $until AND entry.customers <> []
  AND ($viewer IS NULL OR entry.viewer = $viewer) AND ($field IS NULL OR $field IN entry.fields)
CALL (entry) {
  UNWIND entry.customers AS customer
  RETURN collect(DISTINCT customer) AS customers
}
WITH entry.action AS action, entry.viewer AS viewer, entry.role AS role, count(*) AS entries, min(entry.at) AS firstAt,
  max(entry.at) AS lastAt, collect(coalesce(entry.fields, [])) AS fields, collect(customers) AS customers
RETURN action, viewer, role, entries, firstAt, lastAt, apoc.coll.toSet(apoc.coll.flatten(fields)) AS fields,
       apoc.coll.toSet(apoc.coll.flatten(customers)) AS customers
ORDER BY action, viewer;
