// What is to be sent of a batch that was claimed.
// mode   read
// param  ids         list<string>
// param  holder      string
// row    id          string    unique
// row    customerId  string
// row    alias       string?
// row    city        string?
// row    channel     string
// row    tries       integer   with this one
// row    subject     string?
// row    text        string
// needs  constraint touch_id
// try    :params {ids: ['k1|c1'], holder: 'h'}
UNWIND $ids AS id
MATCH (customer:Customer)-[:RECEIVED]->(touch:Touch {id: id})-[:OF_VARIANT]->(variant:Variant)
WHERE touch.holder = $holder AND touch.state = 'SENDING'
RETURN touch.id AS id, customer.id AS customerId, customer.alias AS alias, customer.city AS city,
  touch.channel AS channel, touch.tries AS tries, variant.subject AS subject, variant.text AS text
ORDER BY id;
