// Who is in a cluster, for segments that follow it and for its size.
// mode schema
CREATE INDEX profiled_cluster IF NOT EXISTS FOR (n:Profiled) ON (n.cluster);
