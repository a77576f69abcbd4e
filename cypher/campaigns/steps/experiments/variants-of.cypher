// The variants that were chosen for customers beforehand, by an experiment or a bandit of the campaign; who has none is left out.
// mode   read
// param  campaignId   string
// param  customerIds  list<string>
// row    customerId   string        unique
// row    variantId    string
// needs  constraint customer_id
// try    :param campaignId => 'M001';
// try    :param customerIds => ['C0000001'];
UNWIND $customerIds AS id
MATCH (customer:Customer {id: id})-[tried:TRIED]->(variant:Variant)
WHERE EXISTS { (variant)<-[:HAS_VARIANT]-(:Campaign {id: $campaignId}) }
WITH customer, variant, tried
ORDER BY tried.at
RETURN customer.id AS customerId, head(collect(variant.id)) AS variantId
ORDER BY customerId;
