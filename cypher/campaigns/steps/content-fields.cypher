// What a message may say of a customer besides the name.
// mode   read
// param  customerId  string
// row    alias       string?
// row    city        string?
// row    tier        string?
// row    language    string?   zh or en
// needs  index customer_id
// try    :param customerId => 'C0000001';
MATCH (customer:Customer {id: $customerId})
RETURN customer.alias AS alias, customer.city AS city, customer.tier AS tier, customer.language AS language;
