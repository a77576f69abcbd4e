// Customers around whom degrees and inferred ties are still to be recounted, after they came to profiling or left it.
// mode schema
CREATE INDEX recount_id IF NOT EXISTS FOR (n:Recount) ON (n.id);
