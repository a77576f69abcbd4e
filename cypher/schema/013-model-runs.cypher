// One node for each run of a value model with its card: parameters, quality and settings.
// mode schema
CREATE CONSTRAINT model_run_id IF NOT EXISTS FOR (n:ModelRun) REQUIRE n.id IS UNIQUE;
CREATE INDEX model_run_kind IF NOT EXISTS FOR (n:ModelRun) ON (n.kind, n.at);
