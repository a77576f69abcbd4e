// One node for each loyalty tier of the rules in force, by which questions name them.
// mode schema
CREATE CONSTRAINT loyalty_tier_id IF NOT EXISTS FOR (n:LoyaltyTier) REQUIRE n.id IS UNIQUE;
