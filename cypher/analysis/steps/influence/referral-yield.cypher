// Of the people whom a customer referred, the share who became customers: who refers well, not only much. Only consenting people count.
// mode   write
// param  batch  integer = 5000
// row    people  integer  who referred somebody, or did before
// needs  auto-commit
// try    :param batch => 5000;
CALL () {
  MATCH (customer:Profiled)
  WHERE customer.referralYield IS NOT NULL
  RETURN customer
  UNION
  MATCH (customer:Profiled)-[:REFERRED]->(:Profiled)
  RETURN customer
}
CALL (customer) {
  OPTIONAL MATCH (customer)-[referral:REFERRED]->(:Profiled)
  WITH customer, count(referral) AS made,
    count(CASE WHEN coalesce(referral.status, 'CONVERTED') IN ['CONVERTED', 'REWARDED'] THEN referral END) AS converted
  SET customer.referralYield = CASE WHEN made > 0 THEN toFloat(converted) / made END
} IN TRANSACTIONS OF $batch ROWS
RETURN count(customer) AS people;
