// Audit entries, newest first, without hashes.
// mode   read
// param  below      integer = 9007199254740991   entries with a smaller number
// param  viewer     string?
// param  action     string?
// param  since      datetime?
// param  limit      integer = 50
// row    seq        integer
// row    id         string
// row    at         datetime
// row    viewer     string
// row    role       string
// row    action     string
// row    purpose    string?
// row    subject    string?
// row    fields     list<string>
// row    customers  list<string>   customer ids
// row    count      integer
// row    detail     string?
// needs  constraint audit_entry_seq
// try    :param below => 9007199254740991;
// try    :param viewer => null;
// try    :param action => null;
// try    :param since => null;
// try    :param limit => 20;
MATCH (entry:AuditEntry)
WHERE entry.seq < $below AND ($viewer IS NULL OR entry.viewer = $viewer)
  AND ($action IS NULL OR entry.action = $action) AND ($since IS NULL OR entry.at >= $since)
RETURN entry.seq AS seq, entry.id AS id, entry.at AS at, entry.viewer AS viewer, entry.role AS role,
       entry.action AS action, entry.purpose AS purpose, entry.subject AS subject, coalesce(entry.fields, []) AS fields,
       coalesce(entry.customers, []) AS customers, coalesce(entry.count, 0) AS count, entry.detail AS detail
ORDER BY entry.seq DESC
LIMIT $limit;
