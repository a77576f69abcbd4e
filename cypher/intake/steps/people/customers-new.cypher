// Writes customers the graph does not know, sealed. Fails when it knows one, so that no value lies under a key that is not there.
// mode  write
// param rows list<tuple>
// .  id              string   row[0]
// .  alias           string   row[1]
// .  keyWrapped      string   row[2]  the customer's own key, wrapped
// .  keyId           string   row[3]  master key that wraps it
// .  sealed          string?  row[4]  all personal fields in one
// .  nameTokens      string?  row[5]  keyed hashes of the words of the name
// .  phoneLookup     string?  row[6]  keyed hash, as of those below
// .  emailLookup     string?  row[7]
// .  wechatLookup    string?  row[8]
// .  weiboLookup     string?  row[9]
// .  linkedinLookup  string?  row[10]
// .  guardianUntil   epoch?   row[11] counts as under 14 before then
// .  gender          string?  row[12]
// .  city            string?  row[13]
// .  region          string?  row[14]
// .  ageBand         string?  row[15]
// .  joinedAt        epoch?   row[16]
// .  tier            string?  row[17]
// .  source          string?  row[18]
// row   written  integer
// needs constraint customer_id
// try   :params {rows: [['x1', 'x1', 'x1', 'x1', 'x', 'x', 'x', 'x', 'x', 'x', 'x', null, 'x', 'x', 'x', 'x', 1767225600000, 'x', 'x']]}
UNWIND $rows AS row
CREATE (c:Customer {id: row[0], alias: row[1], keyWrapped: row[2], keyId: row[3], orders: 0, spendMinor: 0,
  sealed: row[4], nameTokens: row[5],
  phoneLookup: row[6], emailLookup: row[7], wechatLookup: row[8], weiboLookup: row[9],
  linkedinLookup: row[10],
  guardianUntil: CASE WHEN row[11] IS NULL THEN null ELSE datetime({epochMillis: toInteger(row[11])}) END,
  gender: row[12], city: row[13], region: row[14], ageBand: row[15],
  joinedAt: CASE WHEN row[16] IS NULL THEN null ELSE datetime({epochMillis: toInteger(row[16])}) END,
  tier: row[17], source: row[18]})
RETURN count(c) AS written;
