// Personal fields of a customer lie in one sealed property. Where they lie one by one, as a version before wrote them, the next start or
// `guanxi migrate` puts them together, which takes the keys; this notes that there may be some.
// mode schema
CREATE CONSTRAINT sealed_apart_id IF NOT EXISTS FOR (n:SealedApart) REQUIRE n.id IS UNIQUE;
MATCH (customer:Customer) WITH customer LIMIT 1 MERGE (:SealedApart {id: 'customers'});
