// One node for each form of the preference page that was sent, kept until the form would have ended anyway.
// mode schema
CREATE CONSTRAINT used_form_id IF NOT EXISTS FOR (n:UsedForm) REQUIRE n.id IS UNIQUE;
CREATE INDEX used_form_until IF NOT EXISTS FOR (n:UsedForm) ON (n.until);
