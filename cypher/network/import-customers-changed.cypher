// Writes customers that the graph holds otherwise, sealed. One that is gone, or has another key by now, is left out and not counted, so that no
// value lies under a key that is not there; the caller takes all back then, and reads again.
// mode  write
// param rows list<record>
// .  id              string
// .  keyWrapped      string     the customer's own key, wrapped
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
// .  guardianUntil   datetime?  counts as under 14 before then
// .  gender          string?
// .  city            string?
// .  region          string?
// .  ageBand         string?
// .  joinedAt        datetime?
// .  tier            string?
// .  source          string?
// row   written  integer
// needs constraint customer_id
// try   :params {rows: [{id: 'x1', keyWrapped: 'x1', nameSealed: 'x', nameTokens: 'x', phoneSealed: 'x', emailSealed: 'x', wechatSealed: 'x', weiboSealed: 'x', linkedinSealed: 'x', addressSealed: 'x', phoneLookup: 'x', emailLookup: 'x', wechatLookup: 'x', weiboLookup: 'x', linkedinLookup: 'x', birthdaySealed: 'x', guardianUntil: null, gender: 'x', city: 'x', region: 'x', ageBand: 'x', joinedAt: datetime('2026-01-01'), tier: 'x', source: 'x'}]}
UNWIND $rows AS row
MATCH (c:Customer {id: row.id})
WHERE c.keyWrapped = row.keyWrapped
SET c.nameSealed = row.nameSealed, c.nameTokens = row.nameTokens, c.phoneSealed = row.phoneSealed, c.emailSealed = row.emailSealed,
    c.wechatSealed = row.wechatSealed, c.weiboSealed = row.weiboSealed, c.linkedinSealed = row.linkedinSealed,
    c.phoneLookup = row.phoneLookup, c.emailLookup = row.emailLookup, c.wechatLookup = row.wechatLookup, c.weiboLookup = row.weiboLookup,
    c.linkedinLookup = row.linkedinLookup, c.addressSealed = row.addressSealed, c.birthdaySealed = row.birthdaySealed, c.guardianUntil = row.guardianUntil, c.gender = row.gender, c.city = row.city,
    c.region = row.region, c.ageBand = row.ageBand, c.joinedAt = row.joinedAt, c.tier = row.tier, c.source = row.source
RETURN count(c) AS written;
