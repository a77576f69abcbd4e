// Rewards by id and by what awaits a reviewer; suspicious accounts and rings by score.
// mode schema
CREATE CONSTRAINT reward_id IF NOT EXISTS FOR (n:Reward) REQUIRE n.id IS UNIQUE;
CREATE INDEX reward_status IF NOT EXISTS FOR (n:Reward) ON (n.status, n.score);
CREATE INDEX profiled_fraud_score IF NOT EXISTS FOR (n:Profiled) ON (n.fraudScore);
CREATE INDEX profiled_fraud_ring IF NOT EXISTS FOR (n:Profiled) ON (n.fraudRing);
