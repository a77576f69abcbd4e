// Self-referral: who referred, or was referred by, an account with the same payment account, device or address. Relatives and
// households share these legitimately: `family` says that nobody else does. A "family" of more accounts than a household is none.
// mode   read
// param  household   integer = 8    accounts that one family may have on one address, device or payment account
// param  first       integer = 100
// row    customerId  customer       unique
// row    strength    float          0..1: payment .9, device .8, address .4, together 1 - product of (1 - each)
// row    family      boolean        only relatives are concerned
// row    kinds       list<string>   of PAYMENT, DEVICE, ADDRESS
// needs  index customer_id
// api    sharedIdentityReferrals
// titleZh 自我推荐：推荐双方共用支付账户、设备或地址；亲属与同住者属正常共用。
// for    analyst admin
// try    :param household => 8;
// try    :param first => 20;
MATCH (referrer:Profiled)-[:REFERRED]->(referred:Profiled)
MATCH (referrer)-[:HAS_IDENTITY]->(identity:Identity)<-[:HAS_IDENTITY]-(referred)
WHERE identity.kind IN ['PAYMENT', 'DEVICE', 'ADDRESS']
WITH referrer, referred, identity.kind AS kind,
  COUNT { (identity)<-[:HAS_IDENTITY]-() } <= $household
    AND EXISTS { (referrer) ((:Profiled)-[:FAMILY_OF]-(:Profiled)){1,2} (referred) } AS related
UNWIND [referrer, referred] AS account
WITH account, collect(DISTINCT kind) AS whole, collect(DISTINCT CASE WHEN NOT related THEN kind END) AS strange
WITH account, size(strange) = 0 AS family, CASE WHEN size(strange) = 0 THEN whole ELSE strange END AS shared
WITH account, family, [kind IN ['PAYMENT', 'DEVICE', 'ADDRESS'] WHERE kind IN shared] AS kinds
RETURN account.id AS customerId,
  1.0 - reduce(rest = 1.0, kind IN kinds | rest * CASE kind WHEN 'PAYMENT' THEN 0.1 WHEN 'DEVICE' THEN 0.2 ELSE 0.6 END) AS strength, family,
  kinds
ORDER BY strength DESC, customerId
LIMIT $first;
