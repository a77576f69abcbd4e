// Puts customer keys under another master key. A key that changed or was destroyed in the meantime is left as it is.
// mode  write
// param rows list<record>
// .  id      string
// .  before  string  as it was read
// .  after   string  the same key under the new master key
// .  keyId   string  id of the new master key
// row   rewrapped  integer
// needs constraint customer_id
// try   :param rows => [{id: 'C0000001', before: 'a.x', after: 'b.x', keyId: 'b'}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.id})
SET customer.asked = null // locks it
WITH customer, row
WHERE customer.keyWrapped = row.before
SET customer.keyWrapped = row.after, customer.keyId = row.keyId
RETURN count(customer) AS rewrapped;
