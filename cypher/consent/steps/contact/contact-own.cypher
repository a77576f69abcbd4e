// Customers after one, in the order of their ids, whose own field has no hash yet: a page of them, sealed as they are. Nobody where all data is of
// this version, or was re-indexed by it.
// mode   read
// param  field       string        phone, email, wechat, weibo, linkedin
// param  after       string = ''
// param  limit       integer = 5000
// row    customerId  string        unique
// row    keyWrapped  string
// row    sealed      string
// needs  constraint customer_id
// needs  constraint lookup_gap_id
// try    :params {field: 'phone', after: '', limit: 20}
MATCH (:LookupGap {id: 'contacts'})
CALL () {
  MATCH (customer:Customer)
  WHERE customer.id > $after AND customer.keyWrapped IS NOT NULL AND customer.sealed IS NOT NULL AND customer[$field + 'Lookup'] IS NULL
  RETURN customer ORDER BY customer.id LIMIT $limit
}
RETURN customer.id AS customerId, customer.keyWrapped AS keyWrapped, customer.sealed AS sealed
ORDER BY customerId;
