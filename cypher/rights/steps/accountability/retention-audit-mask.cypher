// Puts marks in place of the customers that audit entries name; the chain is over the marks and holds.
// mode   write
// param  rows       list<record>
// .  id         string
// .  customers  list<string>
// row    masked     integer
// needs  constraint audit_entry_id
// try    :param rows => [{id: 'a1', customers: ['~m']}];
UNWIND $rows AS row
MATCH (entry:AuditEntry {id: row.id})
SET entry.customers = row.customers
RETURN count(entry) AS masked;
