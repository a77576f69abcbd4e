// One inclination of a customer to a category, and the strongest first.
// mode schema
CREATE CONSTRAINT inclined_key IF NOT EXISTS FOR ()-[r:INCLINED_TO]-() REQUIRE r.key IS UNIQUE;
CREATE INDEX inclined_probability IF NOT EXISTS FOR ()-[r:INCLINED_TO]-() ON (r.probability);
CREATE INDEX profiled_churn IF NOT EXISTS FOR (n:Profiled) ON (n.churnProbability);
