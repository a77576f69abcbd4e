// Keys of customers and of what identifies them, and what people are found by.
// mode schema
CREATE CONSTRAINT customer_id IF NOT EXISTS FOR (n:Customer) REQUIRE n.id IS UNIQUE;
CREATE INDEX customer_alias IF NOT EXISTS FOR (n:Customer) ON (n.alias);
CREATE INDEX customer_key_id IF NOT EXISTS FOR (n:Customer) ON (n.keyId);
CREATE FULLTEXT INDEX customer_name IF NOT EXISTS FOR (n:Customer) ON EACH [n.nameTokens] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}};
CREATE INDEX customer_phone IF NOT EXISTS FOR (n:Customer) ON (n.phoneLookup);
CREATE INDEX customer_email IF NOT EXISTS FOR (n:Customer) ON (n.emailLookup);
CREATE INDEX customer_wechat IF NOT EXISTS FOR (n:Customer) ON (n.wechatLookup);
CREATE INDEX customer_weibo IF NOT EXISTS FOR (n:Customer) ON (n.weiboLookup);
CREATE INDEX customer_linkedin IF NOT EXISTS FOR (n:Customer) ON (n.linkedinLookup);
CREATE CONSTRAINT identity_key IF NOT EXISTS FOR (n:Identity) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT source_record_key IF NOT EXISTS FOR (n:SourceRecord) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT lookup_key_id IF NOT EXISTS FOR (n:LookupKey) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT master_key_id IF NOT EXISTS FOR (n:MasterKey) REQUIRE n.id IS UNIQUE;
