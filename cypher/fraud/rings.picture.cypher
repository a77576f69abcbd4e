// The rings with what joins their members: referrals, and the payment accounts, devices and addresses that they share.
// mode   picture
// param  first  integer = 5    rings
// param  ties   integer = 500
// row    tie    path
// needs  run fraud check       scores of the last check
// for    analyst admin
// phrase Referral fraud rings
// phraseZh 推荐作弊圈
// try    :param first => 5;
// try    :param ties => 500;
MATCH (member:Profiled)
WHERE member.fraudRing IS NOT NULL
WITH member.fraudRing AS ring, collect(member) AS members
ORDER BY size(members) DESC, ring
LIMIT $first
UNWIND members AS member
CALL (member, members) {
  MATCH tie = (member)-[:REFERRED]->(other:Profiled)
  WHERE other.fraudRing = member.fraudRing
  RETURN tie
  UNION ALL
  MATCH tie = (member)-[:HAS_IDENTITY]->(identity:Identity)
  WHERE identity.kind IN ['PAYMENT', 'DEVICE', 'ADDRESS']
    AND EXISTS { (identity)<-[:HAS_IDENTITY]-(other:Profiled) WHERE other <> member AND other.fraudRing = member.fraudRing }
  RETURN tie
}
RETURN tie
LIMIT $ties;
