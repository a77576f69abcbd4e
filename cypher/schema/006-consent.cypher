// Keys of purposes, consents and other standings.
// mode schema
CREATE CONSTRAINT purpose_id IF NOT EXISTS FOR (n:Purpose) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT purpose_text_id IF NOT EXISTS FOR (n:PurposeText) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT consent_event_id IF NOT EXISTS FOR (n:ConsentEvent) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT standing_event_id IF NOT EXISTS FOR (n:StandingEvent) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT contact_settings_id IF NOT EXISTS FOR (n:ContactSettings) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT consent_key IF NOT EXISTS FOR ()-[r:CONSENTS_TO]-() REQUIRE r.key IS UNIQUE;
CREATE INDEX consent_until IF NOT EXISTS FOR ()-[r:CONSENTS_TO]-() ON (r.until);
CREATE CONSTRAINT ask_again_key IF NOT EXISTS FOR ()-[r:ASK_AGAIN]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT rests_on_key IF NOT EXISTS FOR ()-[r:RESTS_ON]-() REQUIRE r.key IS UNIQUE;
CREATE INDEX do_not_contact_id IF NOT EXISTS FOR (n:DoNotContact) ON (n.id);
CREATE INDEX restricted_id IF NOT EXISTS FOR (n:Restricted) ON (n.id);
