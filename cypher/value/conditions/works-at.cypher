// Customers who work at a company, or at any of an industry.
// mode   read
// param  company   string?  id; null for any
// param  industry  string?
// row    customerId  customer  unique
// try    :param company => null;
// try    :param industry => 'technology';
MATCH (customer:Customer)
WHERE EXISTS {
  MATCH (customer)-[:WORKS_AT]->(company:Company)
  WHERE ($company IS NULL OR coalesce(company.id, '') = $company) AND ($industry IS NULL OR company.industry = $industry)
}
RETURN customer.id AS customerId;
