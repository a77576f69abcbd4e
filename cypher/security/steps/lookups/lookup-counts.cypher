// What is hashed with each key of look-ups.
// mode   read
// row    id          string   unique
// row    identities  integer
// row    names       integer
// row    contacts    integer  customers' own
CALL () {
  MATCH (identity:Identity)
  RETURN identity.lookupKey AS id, count(*) AS identities, 0 AS names, 0 AS contacts
  UNION ALL
  MATCH (customer:Customer)
  WHERE customer.nameTokens IS NOT NULL
  RETURN split(customer.nameTokens, ' ')[0] AS id, 0 AS identities, count(*) AS names, 0 AS contacts
  UNION ALL
  MATCH (customer:Customer)
  UNWIND [customer.phoneLookup, customer.emailLookup, customer.wechatLookup, customer.weiboLookup, customer.linkedinLookup] AS contact
  WITH contact WHERE contact IS NOT NULL
  RETURN left(contact, 8) AS id, 0 AS identities, 0 AS names, count(*) AS contacts
}
RETURN id, sum(identities) AS identities, sum(names) AS names, sum(contacts) AS contacts
ORDER BY id;
