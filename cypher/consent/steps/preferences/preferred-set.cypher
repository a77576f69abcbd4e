// Sets what a customer prefers of messages: their channel, their language. Null takes one away.
// mode   write
// param  customerId  string
// param  values      map       preferredChannel, language
// row    written     integer
// needs  index customer_id
// try    :param customerId => 'C0000001';
// try    :param values => ({language: 'en'});
MATCH (customer:Customer {id: $customerId})
SET customer += $values
RETURN count(customer) AS written;
