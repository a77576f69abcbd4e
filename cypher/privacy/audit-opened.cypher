// Records that sealed fields were opened unmasked: who, in which role, which fields, of whom, when.
// mode   write
// param  id         string
// param  viewer     string        subject of the token
// param  role       string
// param  fields     list<string>
// param  customers  list<string>  customer ids
// param  at         datetime
// row    recorded   integer
// needs  constraint audit_entry_id
// try    :params {id: 'a1', viewer: 'me', role: 'admin', fields: ['name'], customers: ['c1'], at: datetime()}
MERGE (entry:AuditEntry {id: $id})
  ON CREATE SET entry.action = 'OPENED', entry.viewer = $viewer, entry.role = $role, entry.fields = $fields,
    entry.customers = $customers, entry.count = size($customers), entry.at = $at
RETURN count(entry) AS recorded;
