// Writes what names are found by. Who was changed or went in the meantime is left as they are, and not counted.
// mode  write
// param rows list<record>
// .  id          string
// .  sealed      string  as it was read
// .  nameTokens  string
// row   written  integer
// needs constraint customer_id
// try   :param rows => [{id: 'C0000001', sealed: 's', nameTokens: '0a1b2c3d t'}];
UNWIND $rows AS row
MATCH (customer:Customer {id: row.id})
SET customer.asked = null // locks it
WITH customer, row
WHERE customer.sealed = row.sealed
SET customer.nameTokens = row.nameTokens
RETURN count(customer) AS written;
