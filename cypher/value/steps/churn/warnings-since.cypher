// Churn warnings that began at a time or later, whether they hold still or not; the oldest first, in pages.
// mode   read
// param  since       datetime
// param  after       string = ''      key of the last row of the page before, where that began at `since`
// param  rules       list<string> = []  SPEND, SILENCE, TOUCHPOINTS; all when empty
// param  limit       integer = 1000
// row    key         string           unique
// row    customerId  string
// row    rule        string
// row    since       datetime
// row    until       datetime?
// needs  index warned_since
// try    :param since => datetime('2026-01-01');
// try    :param after => '';
// try    :param rules => [];
// try    :param limit => 20;
MATCH (customer:Profiled)-[warned:WARNED]->(rule:WarningRule)
WHERE warned.since >= $since AND (warned.since > $since OR warned.key > $after) AND (size($rules) = 0 OR rule.id IN $rules)
RETURN warned.key AS key, customer.id AS customerId, rule.id AS rule, warned.since AS since, warned.until AS until
ORDER BY since, key
LIMIT $limit;
