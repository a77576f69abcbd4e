// Members of some communities.
// mode   read
// param  communityIds  list<string>
// row    customerId    customer      unique
// needs  constraint community_id
// try    :param communityIds => ['k-1'];
UNWIND $communityIds AS communityId
MATCH (:Community {id: communityId})<-[:MEMBER_OF]-(customer:Customer)
RETURN DISTINCT customer.id AS customerId;
