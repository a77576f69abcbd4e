// How few interactions over their ties the quietest share of customers has. From every `every`th customer, spread by their PageRank's
// last digits, so that a large network is not walked and an unchanged one gives the same cut.
// mode   read
// param  share     float = 0.25
// param  every     integer = 1
// row    interactions  float?   none when nobody was scored
// try    :param share => 0.25;
// try    :param every => 1;
MATCH (customer:Profiled)
WHERE customer.influence IS NOT NULL AND toInteger(customer.pageRank * 1000000000000) % $every = 0
CALL (customer) {
  MATCH (customer)-[tie:FAMILY_OF|WORKS_WITH|REPORTS_TO|SHARES_INTEREST_WITH|FOLLOWS|REFERRED]-(:Profiled)
  RETURN sum(coalesce(tie.interactions, 0)) AS interactions
}
RETURN percentileCont(interactions, $share) AS interactions;
