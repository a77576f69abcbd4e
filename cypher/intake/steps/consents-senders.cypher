// Everybody who is reached at addresses that events of consent name instead of a customer: as an identity, or as their own contact.
// mode   read
// param  rows        list<record>
// .  at    integer       which event
// .  keys  list<string>  kind|lookup of an identity, under each key of look-ups that is asked
// .  own   list<string>  what a contact is found by, likewise
// row    at          integer
// row    customerId  string
// needs  constraint identity_key
// needs  index customer_phone
// try    :param rows => [{at: 0, keys: ['EMAIL|x'], own: ['0a1b2c3dx']}];
UNWIND $rows AS row
CALL (row) {
  UNWIND row.keys AS key
  MATCH (customer:Customer)-[:HAS_IDENTITY]->(:Identity {key: key})
  RETURN customer
  UNION
  MATCH (customer:Customer) WHERE customer.phoneLookup IN row.own
  RETURN customer
  UNION
  MATCH (customer:Customer) WHERE customer.emailLookup IN row.own
  RETURN customer
}
RETURN DISTINCT row.at AS at, customer.id AS customerId
ORDER BY at, customerId;
