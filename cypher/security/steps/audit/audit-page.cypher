// A page of the audit chain in its order, whole, for checking it.
// mode   read
// param  after      float         seq to go on from; a float, since a forged number may be none of ours
// param  limit      integer = 1000
// row    seq        float         whole in a chain that nobody touched
// row    prevHash   string?
// row    hash       string?
// row    id         string?
// row    at         datetime?
// row    action     string?
// row    viewer     string?
// row    role       string?
// row    purpose    string?
// row    subject    string?
// row    fields     list<string>?
// row    customers  list<string>?
// row    count      integer?
// row    detail     string?
// needs  constraint audit_entry_seq
// try    :param after => 0.0;
// try    :param limit => 100;
MATCH (entry:AuditEntry)
WHERE entry.seq > $after
RETURN entry.seq AS seq, entry.prevHash AS prevHash, entry.hash AS hash, entry.id AS id, entry.at AS at,
       entry.action AS action, entry.viewer AS viewer, entry.role AS role, entry.purpose AS purpose,
       entry.subject AS subject, entry.fields AS fields, entry.customers AS customers, entry.count AS count,
       entry.detail AS detail
ORDER BY entry.seq
LIMIT $limit;
