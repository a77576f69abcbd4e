// What the graph holds of these customers already, sealed as it is; those it does not know are left out.
// mode  read
// param rows list<record>
// .  id  string
// row id              string     unique
// row keyWrapped      string?
// row sealed          string?    all personal fields in one
// row nameTokens      string?
// row phoneLookup     string?
// row emailLookup     string?
// row wechatLookup    string?
// row weiboLookup     string?
// row linkedinLookup  string?
// row birthdayLookup       string?    one of 64 groups, as below
// row lunarBirthdayLookup  string?
// row guardianUntil   datetime?  counts as under 14 before then
// row gender          string?
// row city            string?
// row region          string?
// row ageBand         string?
// row joinedAt        datetime?
// row tier            string?
// row source          string?
// row preferredChannel  string?   that messages are wanted by
// row language        string?   zh or en
// needs constraint customer_id
// try   :param rows => [{id: 'x1'}];
UNWIND $rows AS row
MATCH (c:Customer {id: row.id})
RETURN c.id AS id, c.keyWrapped AS keyWrapped, c.sealed AS sealed, c.nameTokens AS nameTokens,
       c.phoneLookup AS phoneLookup, c.emailLookup AS emailLookup, c.wechatLookup AS wechatLookup, c.weiboLookup AS weiboLookup,
       c.linkedinLookup AS linkedinLookup, c.birthdayLookup AS birthdayLookup, c.lunarBirthdayLookup AS lunarBirthdayLookup, c.guardianUntil AS guardianUntil,
       c.gender AS gender, c.city AS city, c.region AS region, c.ageBand AS ageBand, c.joinedAt AS joinedAt,
       c.tier AS tier, c.source AS source, c.preferredChannel AS preferredChannel, c.language AS language;
