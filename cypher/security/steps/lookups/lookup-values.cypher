// Keeps the value of an identity with a customer who has it, sealed under that customer's own key.
// mode  write
// param rows list<record>
// .  customerId   string
// .  key          string  kind|lookup
// .  valueSealed  string
// row   kept  integer
// needs constraint customer_id
// try   :params {rows: [{customerId: 'c1', key: 'PHONE|x', valueSealed: 's'}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})-[tie:HAS_IDENTITY]->(:Identity {key: row.key})
SET customer.asked = null // locks it
WITH customer, tie, row
WHERE customer.keyWrapped IS NOT NULL
SET tie.valueSealed = row.valueSealed
RETURN count(tie) AS kept;
