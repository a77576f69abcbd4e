// Audit entries of before the chain, newest first: they have no number, and nothing binds them.
// mode   read
// param  viewer     string?
// param  action     string?
// param  since      datetime?
// param  limit      integer = 50
// row    id         string
// row    at         datetime
// row    viewer     string
// row    role       string
// row    action     string
// row    subject    string?
// row    fields     list<string>
// row    customers  list<string>   customer ids
// row    count      integer
// needs  index audit_entry_at
// try    :param viewer => null;
// try    :param action => null;
// try    :param since => null;
// try    :param limit => 20;
MATCH (entry:AuditEntry)
WHERE entry.seq IS NULL AND ($viewer IS NULL OR entry.viewer = $viewer)
  AND ($action IS NULL OR entry.action = $action) AND ($since IS NULL OR entry.at >= $since)
RETURN entry.id AS id, entry.at AS at, entry.viewer AS viewer, entry.role AS role, entry.action AS action,
       coalesce(entry.subject, entry.reward) AS subject, coalesce(entry.fields, []) AS fields,
       coalesce(entry.customers, []) AS customers, coalesce(entry.count, 0) AS count
ORDER BY entry.at DESC
LIMIT $limit;
