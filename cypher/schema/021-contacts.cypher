// Customers are found by their own contacts, by keyed hashes. Those who are there already have none until `guanxi keys reindex`.
// mode schema
CREATE INDEX customer_phone IF NOT EXISTS FOR (n:Customer) ON (n.phoneLookup);
CREATE INDEX customer_email IF NOT EXISTS FOR (n:Customer) ON (n.emailLookup);
CREATE INDEX customer_wechat IF NOT EXISTS FOR (n:Customer) ON (n.wechatLookup);
CREATE INDEX customer_weibo IF NOT EXISTS FOR (n:Customer) ON (n.weiboLookup);
CREATE INDEX customer_linkedin IF NOT EXISTS FOR (n:Customer) ON (n.linkedinLookup);
CREATE CONSTRAINT lookup_gap_id IF NOT EXISTS FOR (n:LookupGap) REQUIRE n.id IS UNIQUE;
MATCH (customer:Customer) WITH customer LIMIT 1 MERGE (:LookupGap {id: 'contacts'});
