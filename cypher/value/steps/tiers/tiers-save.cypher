// The loyalty tiers of the rules in force, from the highest down; those that the rules have no more are removed.
// mode   write
// param  rows      list<record>
// .      id        string
// .      name      string
// .      nameZh    string
// .      position  integer       from 1, the highest
// param  currency  string        of the rules
// row    saved     integer
// needs  constraint loyalty_tier_id
// try    :param rows => [{id: 'gold', name: 'Gold', nameZh: '金卡会员', position: 1}];
// try    :param currency => 'CNY';
CALL () {
  MATCH (old:LoyaltyTier)
  WHERE NOT any(row IN $rows WHERE row.id = old.id)
  DETACH DELETE old
}
UNWIND $rows AS row
MERGE (tier:LoyaltyTier {id: row.id})
SET tier.name = row.name, tier.nameZh = row.nameZh, tier.position = row.position, tier.currency = $currency
RETURN count(tier) AS saved;
