// Customers after one, in the order of their ids, with their lookup hashes and the values they are made of.
// mode   read
// param  after           string = ''
// param  limit           integer = 500
// row    id              string       unique
// row    keyWrapped      string
// row    sealed          string?
// row    nameTokens      string?
// row    phoneLookup     string?
// row    emailLookup     string?
// row    wechatLookup    string?
// row    weiboLookup     string?
// row    linkedinLookup  string?
// row    identities      list<record>
// .      key             string       kind|lookup
// .      kind            string
// .      lookup          string
// .      lookupKey       string
// .      valueSealed     string?
// needs  constraint customer_id
// try    :param after => '';
// try    :param limit => 20;
MATCH (customer:Customer)
WHERE customer.id > $after AND customer.keyWrapped IS NOT NULL
WITH customer ORDER BY customer.id LIMIT $limit
RETURN customer.id AS id, customer.keyWrapped AS keyWrapped, customer.sealed AS sealed, customer.nameTokens AS nameTokens,
  customer.phoneLookup AS phoneLookup, customer.emailLookup AS emailLookup, customer.wechatLookup AS wechatLookup,
  customer.weiboLookup AS weiboLookup, customer.linkedinLookup AS linkedinLookup,
  COLLECT {
    MATCH (customer)-[tie:HAS_IDENTITY]->(i:Identity)
    RETURN {key: i.key, kind: i.kind, lookup: i.lookup, lookupKey: i.lookupKey, valueSealed: tie.valueSealed} AS identity ORDER BY i.key
  } AS identities
ORDER BY id;
