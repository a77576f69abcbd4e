// Writes customers the graph does not know, sealed. Fails when it knows one, so that no value lies under a key that is not there.
// mode  write
// param rows list<record>
// .  id              string
// .  alias           string
// .  keyWrapped      string     the customer's own key, wrapped
// .  keyId           string     master key that wraps it
// .  nameSealed      string?
// .  nameTokens      string?    keyed hashes of the words of the name
// .  phoneSealed     string?
// .  emailSealed     string?
// .  wechatSealed    string?
// .  weiboSealed     string?
// .  linkedinSealed  string?
// .  addressSealed   string?
// .  phoneLookup     string?    keyed hash, as of those below
// .  emailLookup     string?
// .  wechatLookup    string?
// .  weiboLookup     string?
// .  linkedinLookup  string?
// .  birthdaySealed  string?
// .  guardianUntil   epoch?     counts as under 14 before then
// .  gender          string?
// .  city            string?
// .  region          string?
// .  ageBand         string?
// .  joinedAt        epoch?
// .  tier            string?
// .  source          string?
// row   written  integer
// needs constraint customer_id
// try   :params {rows: [{id: 'x1', alias: 'x1', keyWrapped: 'x1', keyId: 'x1', nameSealed: 'x', nameTokens: 'x', phoneSealed: 'x', emailSealed: 'x', wechatSealed: 'x', weiboSealed: 'x', linkedinSealed: 'x', addressSealed: 'x', phoneLookup: 'x', emailLookup: 'x', wechatLookup: 'x', weiboLookup: 'x', linkedinLookup: 'x', birthdaySealed: 'x', guardianUntil: null, gender: 'x', city: 'x', region: 'x', ageBand: 'x', joinedAt: 1767225600000, tier: 'x', source: 'x'}]}
UNWIND $rows AS row
CREATE (c:Customer {id: row.id, alias: row.alias, keyWrapped: row.keyWrapped, keyId: row.keyId, orders: 0, spendMinor: 0,
  nameSealed: row.nameSealed, nameTokens: row.nameTokens, phoneSealed: row.phoneSealed, emailSealed: row.emailSealed,
  wechatSealed: row.wechatSealed, weiboSealed: row.weiboSealed, linkedinSealed: row.linkedinSealed,
  phoneLookup: row.phoneLookup, emailLookup: row.emailLookup, wechatLookup: row.wechatLookup, weiboLookup: row.weiboLookup,
  linkedinLookup: row.linkedinLookup, addressSealed: row.addressSealed, birthdaySealed: row.birthdaySealed,
  guardianUntil: CASE WHEN row.guardianUntil IS NULL THEN null ELSE datetime({epochMillis: toInteger(row.guardianUntil)}) END,
  gender: row.gender, city: row.city, region: row.region, ageBand: row.ageBand,
  joinedAt: CASE WHEN row.joinedAt IS NULL THEN null ELSE datetime({epochMillis: toInteger(row.joinedAt)}) END,
  tier: row.tier, source: row.source})
RETURN count(c) AS written;
