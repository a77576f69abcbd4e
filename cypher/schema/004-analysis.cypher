// Keys of runs, communities and rewards, and the scores that questions walk in by; each index costs a run some seconds at a
// million customers.
// mode schema
CREATE CONSTRAINT analysis_run_id IF NOT EXISTS FOR (n:AnalysisRun) REQUIRE n.id IS UNIQUE;
CREATE INDEX analysis_run_at IF NOT EXISTS FOR (n:AnalysisRun) ON (n.startedAt);
CREATE INDEX analysis_run_number IF NOT EXISTS FOR (n:AnalysisRun) ON (n.number);
CREATE CONSTRAINT analysis_state_id IF NOT EXISTS FOR (n:AnalysisState) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT community_id IF NOT EXISTS FOR (n:Community) REQUIRE n.id IS UNIQUE;
CREATE INDEX community_raw IF NOT EXISTS FOR (n:Community) ON (n.raw);
CREATE INDEX community_size IF NOT EXISTS FOR (n:Community) ON (n.size);
CREATE INDEX community_number IF NOT EXISTS FOR (n:Community) ON (n.number);
CREATE CONSTRAINT community_event_id IF NOT EXISTS FOR (n:CommunityEvent) REQUIRE n.id IS UNIQUE;
CREATE INDEX community_event_run IF NOT EXISTS FOR (n:CommunityEvent) ON (n.run);
CREATE CONSTRAINT community_group_id IF NOT EXISTS FOR (n:CommunityGroup) REQUIRE n.id IS UNIQUE;
CREATE INDEX profiled_influence IF NOT EXISTS FOR (n:Profiled) ON (n.influence);
CREATE INDEX profiled_betweenness IF NOT EXISTS FOR (n:Profiled) ON (n.betweenness);
CREATE INDEX profiled_influence_change IF NOT EXISTS FOR (n:Profiled) ON (n.influenceChange);
CREATE INDEX profiled_first_order IF NOT EXISTS FOR (n:Profiled) ON (n.firstOrderAt);
CREATE INDEX profiled_fraud_score IF NOT EXISTS FOR (n:Profiled) ON (n.fraudScore);
CREATE INDEX profiled_fraud_ring IF NOT EXISTS FOR (n:Profiled) ON (n.fraudRing);
CREATE INDEX profiled_last_order IF NOT EXISTS FOR (n:Profiled) ON (n.lastOrderAt);
CREATE INDEX profiled_rfm_segment IF NOT EXISTS FOR (n:Profiled) ON (n.rfmSegment);
CREATE INDEX profiled_community_id IF NOT EXISTS FOR (n:Profiled) ON (n.communityId);
CREATE CONSTRAINT reward_id IF NOT EXISTS FOR (n:Reward) REQUIRE n.id IS UNIQUE;
CREATE INDEX reward_status IF NOT EXISTS FOR (n:Reward) ON (n.status, n.score);
