// Names are found by keyed hashes of their words, as one text of whole tokens; and which key of look-ups made them.
// mode schema
CREATE FULLTEXT INDEX customer_name IF NOT EXISTS FOR (n:Customer) ON EACH [n.nameTokens] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE CONSTRAINT lookup_key_id IF NOT EXISTS FOR (n:LookupKey) REQUIRE n.id IS UNIQUE;
