// Whether personal fields may lie sealed one by one, as a version before wrote them.
// mode  read
// row   apart  boolean
// needs constraint sealed_apart_id
// try   :params {}
RETURN EXISTS { MATCH (:SealedApart {id: 'customers'}) } AS apart;
