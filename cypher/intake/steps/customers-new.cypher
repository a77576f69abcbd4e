// Writes customers the graph does not know, sealed. Fails when it knows one, so that no value lies under a key that is not there.
// mode  write
// param rows list<record>
// .  id              string
// .  alias           string
// .  keyWrapped      string   the customer's own key, wrapped
// .  keyId           string   master key that wraps it
// .  sealed          string?   all personal fields in one
// .  nameTokens      string?   keyed hashes of the words of the name
// .  phoneLookup     string?   keyed hash, as of those below
// .  emailLookup     string?
// .  wechatLookup    string?
// .  weiboLookup     string?
// .  linkedinLookup  string?
// .  birthdayLookup       string?   one of 64 groups that the day falls in, by a keyed hash; as below
// .  lunarBirthdayLookup  string?
// .  guardianUntil   epoch?  counts as under 14 before then
// .  gender          string?
// .  city            string?
// .  region          string?
// .  ageBand         string?
// .  joinedAt        epoch?
// .  tier            string?
// .  source          string?
// .  preferredChannel  string?  that messages are wanted by
// .  language        string?   zh or en
// row   written  integer
// needs constraint customer_id
// try   :param rows => [{id: 'x1', alias: 'x1', keyWrapped: 'x1', keyId: 'x1', sealed: 'x1', nameTokens: 'x1', phoneLookup: 'x1', emailLookup: 'x1', wechatLookup: 'x1', weiboLookup: 'x1', linkedinLookup: 'x1', birthdayLookup: 'x', lunarBirthdayLookup: 'x', gender: 'x1', city: 'x1', region: 'x1', ageBand: 'x1', joinedAt: 1767225600000, tier: 'x1', source: 'x1', preferredChannel: 'SMS', language: 'en'}];
UNWIND $rows AS row
CREATE (c:Customer:Changed {id: row.id, alias: row.alias, keyWrapped: row.keyWrapped, keyId: row.keyId, orders: 0, spendMinor: 0,
  sealed: row.sealed, nameTokens: row.nameTokens, phoneLookup: row.phoneLookup, emailLookup: row.emailLookup,
  wechatLookup: row.wechatLookup, weiboLookup: row.weiboLookup, linkedinLookup: row.linkedinLookup,
  birthdayLookup: row.birthdayLookup, lunarBirthdayLookup: row.lunarBirthdayLookup,
  guardianUntil: CASE WHEN row.guardianUntil IS NULL THEN null
    ELSE datetime({epochMillis: toInteger(row.guardianUntil)}) END,
  gender: row.gender, city: row.city, region: row.region, ageBand: row.ageBand,
  joinedAt: CASE WHEN row.joinedAt IS NULL THEN null ELSE datetime({epochMillis: toInteger(row.joinedAt)}) END,
  tier: row.tier, source: row.source, preferredChannel: row.preferredChannel, language: row.language})
RETURN count(c) AS written;
