// Audit entries past their time that still name customers.
// mode   read
// param  before     datetime
// param  limit      integer = 1000
// row    id         string        unique
// row    customers  list<string>
// needs  index audit_entry_at
// try    :param before => datetime('2000-01-01');
// try    :param limit => 10;
MATCH (entry:AuditEntry)
WHERE entry.at < $before AND any(id IN entry.customers WHERE NOT id STARTS WITH '~')
RETURN entry.id AS id, entry.customers AS customers
ORDER BY entry.at, id
LIMIT $limit;
