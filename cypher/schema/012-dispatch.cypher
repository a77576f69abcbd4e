// When a touch is to be sent, or the claim of the server that is sending it ends; nothing once that is over.
// mode schema
CREATE INDEX touch_due IF NOT EXISTS FOR (n:Touch) ON (n.dueAt);
