// Writes what customers are found by of their own contacts. Who was changed or went in the meantime is left as they are, and not
// counted.
// mode  write
// param rows list<record>
// .  id      string
// .  field   string  phone, email, wechat, weibo or linkedin
// .  sealed  string  as it was read
// .  lookup  string  id of the key of look-ups, and 72 bits of the hash
// row   written  integer
// needs constraint customer_id
// try   :param rows => [{id: 'C0000001', field: 'phone', sealed: 's', lookup: '0a1b2c3dl'}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.id})
SET customer.asked = null // locks it
WITH customer, row
WHERE customer.sealed = row.sealed
SET customer += apoc.map.fromPairs([[row.field + 'Lookup', row.lookup]])
RETURN count(customer) AS written;
