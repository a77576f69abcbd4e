// Who looked at a person's data, or changed it: role, purpose and fields, not which colleague.
// mode   read
// param  customerId  string
// param  limit       integer = 5000
// row    at          datetime
// row    action      string
// row    role        string?
// row    purpose     string?
// row    fields      list<string>
// needs  index audit_entry_at
// try    :param customerId => 'C0000001';
// try    :param limit => 20;
MATCH (entry:AuditEntry)
WHERE $customerId IN entry.customers
RETURN entry.at AS at, entry.action AS action, entry.role AS role, entry.purpose AS purpose,
       coalesce(entry.fields, []) AS fields
ORDER BY at DESC
LIMIT $limit;
