// Customers whose birthday may be on a day, by the groups that it falls in, sealed as it is; a page in the order of their ids.
// mode   read
// param  solar       list<string>    groups
// param  lunar       list<string>
// param  after       string = ''     customer id of the last row of the page before
// param  limit       integer = 5000
// row    customerId  string          unique
// row    keyWrapped  string
// row    sealed      string
// needs  index customer_birthday
// needs  index customer_lunar_birthday
// try    :param solar => ['x'];
// try    :param lunar => ['y'];
// try    :param after => '';
// try    :param limit => 20;
CALL () {
  UNWIND $solar AS mark
  MATCH (customer:Customer) WHERE customer.birthdayLookup = mark
  RETURN customer
  UNION
  UNWIND $lunar AS mark
  MATCH (customer:Customer) WHERE customer.lunarBirthdayLookup = mark
  RETURN customer
}
WITH customer
WHERE customer.id > $after AND customer.keyWrapped IS NOT NULL AND customer.sealed IS NOT NULL
RETURN customer.id AS customerId, customer.keyWrapped AS keyWrapped, customer.sealed AS sealed
ORDER BY customerId
LIMIT $limit;
