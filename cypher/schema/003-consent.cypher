// What the sweep of consents that ran out walks in by, and the word for people who must not be contacted at all.
// mode schema
CREATE INDEX consent_until IF NOT EXISTS FOR ()-[r:CONSENTS_TO]-() ON (r.until);
CREATE INDEX do_not_contact_id IF NOT EXISTS FOR (n:DoNotContact) ON (n.id);
