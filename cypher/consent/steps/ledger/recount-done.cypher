// Takes the mark off a customer around whom all was recounted, unless they were marked again meanwhile.
// mode   write
// param  customerId  string
// param  recountAt   datetime
// row    done        integer
// needs  index customer_id
// try    :param customerId => 'C0000001';
// try    :param recountAt => datetime();
MATCH (customer:Customer {id: $customerId})
WHERE customer.recountAt = $recountAt
REMOVE customer:Recount, customer.recountAt
RETURN count(customer) AS done;
