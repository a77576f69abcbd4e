// Master keys in turn: which customer keys each of them wraps.
// mode schema
CREATE INDEX customer_key_id IF NOT EXISTS FOR (n:Customer) ON (n.keyId);
