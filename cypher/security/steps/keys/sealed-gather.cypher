// Puts personal fields that lie one by one under one seal. Who was changed in the meantime is left as they are, and not counted; where the
// key was destroyed, what is left of the fields goes.
// mode   write
// param  names   list<string>  properties that hold one field each
// param  rows    list<record>
// .      id      string
// .      apart   map           those of the properties that are there, as they were read
// .      before  string?       what was together already, as it was read
// .      sealed  string?       all in one; null where the key was destroyed
// row    gathered  integer
// needs  constraint customer_id
// try    :params {names: ['nameSealed'], rows: [{id: 'c1', apart: {nameSealed: 's'}, before: null, sealed: 't'}]}
UNWIND $rows AS row
MATCH (customer:Customer {id: row.id})
SET customer.asked = null // locks it
WITH customer, row, apoc.map.fromPairs([name IN $names WHERE customer[name] IS NOT NULL | [name, customer[name]]]) AS apart
WHERE apart = row.apart AND coalesce(customer.sealed, '') = coalesce(row.before, '')
  AND (customer.keyWrapped IS NULL) = (row.sealed IS NULL)
SET customer += apoc.map.fromPairs([name IN $names | [name, null]])
SET customer.sealed = row.sealed
RETURN count(customer) AS gathered;
