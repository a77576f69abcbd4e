// How many different customers, communities and colleagues each viewer opened on each day. A colleague counts where few were opened at once.
// mode   read
// param  since        datetime
// param  until        datetime
// param  zone         string
// param  company      string = ''   id of the own company; none when empty
// param  aimed        integer = 5   so many customers of one entry, or fewer, were looked for one by one
// row    viewer       string
// row    role         string
// row    day          date
// row    customers    integer
// row    communities  integer
// row    colleagues   integer       working at the own company
// needs  index audit_entry_at
// needs  index customer_id
// try    :param since => datetime('2026-01-01');
// try    :param until => datetime();
// try    :param zone => 'Asia/Shanghai';
// try    :param company => '';
// try    :param aimed => 5;
MATCH (entry:AuditEntry)
WHERE entry.at >= $since AND entry.at < $until AND entry.action IN ['OPENED', 'LOOKED_UP', 'BREAK_GLASS', 'EXPORTED']
UNWIND entry.customers AS id
WITH entry.viewer AS viewer, entry.role AS role, date(datetime({datetime: entry.at, timezone: $zone})) AS day, id,
     max(size(entry.customers) <= $aimed) AS one
OPTIONAL MATCH (customer:Customer {id: id})
WITH viewer, role, day, customer,
     one AND EXISTS { (customer)-[:WORKS_AT]->(:Company {id: $company}) } AS colleague
RETURN viewer, role, day, count(*) AS customers, count(DISTINCT customer.communityId) AS communities,
       count(CASE WHEN colleague THEN 1 END) AS colleagues
ORDER BY day, viewer, role;
