// One node for each job that works scores out, with the time of its last run.
// mode schema
CREATE CONSTRAINT score_run_id IF NOT EXISTS FOR (n:ScoreRun) REQUIRE n.id IS UNIQUE;
