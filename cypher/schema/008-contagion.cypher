// What the contagion watch walks in by: who has not ordered for long, who is in a segment, what was said lately.
// mode schema
CREATE INDEX profiled_last_order IF NOT EXISTS FOR (n:Profiled) ON (n.lastOrderAt);
CREATE INDEX profiled_rfm_segment IF NOT EXISTS FOR (n:Profiled) ON (n.rfmSegment);
CREATE INDEX post_at IF NOT EXISTS FOR (n:Post) ON (n.at);
CREATE INDEX feedback_at IF NOT EXISTS FOR (n:Feedback) ON (n.at);
