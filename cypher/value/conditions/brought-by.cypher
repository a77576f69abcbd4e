// Customers whom another customer referred: anybody, or somebody of an RFM segment, a stage, a role or a tier.
// mode   read
// param  segment    string?        id, like rfm:champions; null for any, as below
// param  lifecycle  list<string>?
// param  roles      list<string>?  of KOL, KOC, BRIDGE, MARGINAL
// param  tiers      list<string>?
// row    customerId  customer  unique
// try    :param segment => null;
// try    :param lifecycle => null;
// try    :param roles => ['KOL'];
// try    :param tiers => null;
MATCH (customer:Customer)
WHERE EXISTS {
  MATCH (customer)<-[:REFERRED]-(referrer:Profiled)
  WHERE ($segment IS NULL OR referrer.rfmSegment = $segment) AND ($lifecycle IS NULL OR referrer.lifecycle IN $lifecycle)
    AND ($tiers IS NULL OR referrer.tier IN $tiers)
    AND ($roles IS NULL OR any(role IN coalesce(referrer.roles, []) WHERE role IN $roles))
}
RETURN customer.id AS customerId;
