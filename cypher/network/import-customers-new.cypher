// Writes customers the graph does not know, sealed. Fails when it knows one, so that no value lies under a key that is not there.
// mode  write
// param rows list<tuple>
// .  id              string   row[0]
// .  alias           string   row[1]
// .  keyWrapped      string   row[2]  the customer's own key, wrapped
// .  keyId           string   row[3]  master key that wraps it
// .  nameSealed      string?  row[4]
// .  nameTokens      string?  row[5]  keyed hashes of the words of the name
// .  phoneSealed     string?  row[6]
// .  emailSealed     string?  row[7]
// .  wechatSealed    string?  row[8]
// .  weiboSealed     string?  row[9]
// .  linkedinSealed  string?  row[10]
// .  addressSealed   string?  row[11]
// .  phoneLookup     string?  row[12] keyed hash, as of those below
// .  emailLookup     string?  row[13]
// .  wechatLookup    string?  row[14]
// .  weiboLookup     string?  row[15]
// .  linkedinLookup  string?  row[16]
// .  birthdaySealed  string?  row[17]
// .  guardianUntil   epoch?   row[18] counts as under 14 before then
// .  gender          string?  row[19]
// .  city            string?  row[20]
// .  region          string?  row[21]
// .  ageBand         string?  row[22]
// .  joinedAt        epoch?   row[23]
// .  tier            string?  row[24]
// .  source          string?  row[25]
// row   written  integer
// needs constraint customer_id
// try   :params {rows: [['x1', 'x1', 'x1', 'x1', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', null, 'x', 'x', 'x', 'x', 1767225600000, 'x', 'x']]}
UNWIND $rows AS row
CREATE (c:Customer {id: row[0], alias: row[1], keyWrapped: row[2], keyId: row[3], orders: 0, spendMinor: 0,
  nameSealed: row[4], nameTokens: row[5], phoneSealed: row[6], emailSealed: row[7],
  wechatSealed: row[8], weiboSealed: row[9], linkedinSealed: row[10],
  phoneLookup: row[12], emailLookup: row[13], wechatLookup: row[14], weiboLookup: row[15],
  linkedinLookup: row[16], addressSealed: row[11], birthdaySealed: row[17],
  guardianUntil: CASE WHEN row[18] IS NULL THEN null ELSE datetime({epochMillis: toInteger(row[18])}) END,
  gender: row[19], city: row[20], region: row[21], ageBand: row[22],
  joinedAt: CASE WHEN row[23] IS NULL THEN null ELSE datetime({epochMillis: toInteger(row[23])}) END,
  tier: row[24], source: row[25]})
RETURN count(c) AS written;
