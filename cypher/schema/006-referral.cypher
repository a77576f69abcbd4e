// What questions about referrals walk in by: when someone was referred, and when they bought first.
// mode schema
CREATE INDEX referred_at IF NOT EXISTS FOR ()-[r:REFERRED]-() ON (r.at);
CREATE INDEX profiled_first_order IF NOT EXISTS FOR (n:Profiled) ON (n.firstOrderAt);
