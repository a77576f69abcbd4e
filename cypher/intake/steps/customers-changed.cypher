// Writes customers that the graph holds otherwise, sealed. One that is gone, has another key by now, or of whom other personal fields are
// sealed by now than were read, is left out and not counted, so that no value lies under a key that is not there and none is lost; the caller
// takes all back then, and reads again.
// mode  write
// param rows list<record>
// .  id              string
// .  keyWrapped      string     the customer's own key, wrapped
// .  before          string?    sealed, as it was read
// .  sealed          string?    all personal fields in one
// .  nameTokens      string?    keyed hashes of the words of the name
// .  phoneLookup     string?    keyed hash, as of those below
// .  emailLookup     string?
// .  wechatLookup    string?
// .  weiboLookup     string?
// .  linkedinLookup  string?
// .  birthdayLookup       string?    one of 64 groups that the day falls in, by a keyed hash; as below
// .  lunarBirthdayLookup  string?
// .  guardianUntil   datetime?  counts as under 14 before then
// .  gender          string?
// .  city            string?
// .  region          string?
// .  ageBand         string?
// .  joinedAt        datetime?
// .  tier            string?
// .  source          string?
// .  preferredChannel  string?  that messages are wanted by
// .  language        string?   zh or en
// row   written  integer
// needs constraint customer_id
// try   :param rows => [{id: 'x1', keyWrapped: 'x1', before: 'x', sealed: 'x', nameTokens: 'x', phoneLookup: 'x', emailLookup: 'x', wechatLookup: 'x', weiboLookup: 'x', linkedinLookup: 'x', birthdayLookup: 'x', lunarBirthdayLookup: 'x', guardianUntil: null, gender: 'x', city: 'x', region: 'x', ageBand: 'x', joinedAt: datetime('2026-01-01'), tier: 'x', source: 'x', preferredChannel: 'SMS', language: 'en'}];
UNWIND $rows AS row
MATCH (c:Customer {id: row.id})
SET c.asked = null // locks it
WITH c, row
WHERE c.keyWrapped = row.keyWrapped AND coalesce(c.sealed, '') = coalesce(row.before, '')
SET c:Changed, c.sealed = row.sealed, c.nameTokens = row.nameTokens,
    c.phoneLookup = row.phoneLookup, c.emailLookup = row.emailLookup, c.wechatLookup = row.wechatLookup, c.weiboLookup = row.weiboLookup,
    c.linkedinLookup = row.linkedinLookup, c.birthdayLookup = row.birthdayLookup, c.lunarBirthdayLookup = row.lunarBirthdayLookup,
    c.guardianUntil = row.guardianUntil, c.gender = row.gender, c.city = row.city,
    c.region = row.region, c.ageBand = row.ageBand, c.joinedAt = row.joinedAt, c.tier = row.tier, c.source = row.source,
    c.preferredChannel = row.preferredChannel, c.language = row.language
RETURN count(c) AS written;
