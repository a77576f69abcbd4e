// Touches are kept for a time, and looked through for it every day.
// mode schema
CREATE INDEX touch_at IF NOT EXISTS FOR (n:Touch) ON (n.at);
