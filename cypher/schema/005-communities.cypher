// Keys of what happened to communities and of groups of communities, the state of analysis, and what history is walked in by.
// mode schema
CREATE CONSTRAINT community_event_id IF NOT EXISTS FOR (n:CommunityEvent) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT community_group_id IF NOT EXISTS FOR (n:CommunityGroup) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT analysis_state_id IF NOT EXISTS FOR (n:AnalysisState) REQUIRE n.id IS UNIQUE;
CREATE INDEX community_event_run IF NOT EXISTS FOR (n:CommunityEvent) ON (n.run);
CREATE INDEX community_number IF NOT EXISTS FOR (n:Community) ON (n.number);
CREATE INDEX analysis_run_number IF NOT EXISTS FOR (n:AnalysisRun) ON (n.number);
CREATE INDEX profiled_influence_change IF NOT EXISTS FOR (n:Profiled) ON (n.influenceChange);
CREATE INDEX interest_name IF NOT EXISTS FOR (n:Interest) ON (n.name);
