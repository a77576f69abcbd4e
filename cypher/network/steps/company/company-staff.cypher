// The people of a client company who consent to profiling, the most senior first.
// mode   read
// param  company     string
// param  most        integer = 500
// row    customerId  string          unique
// row    role        string?
// row    level       integer?        higher is more senior
// needs  constraint company_id
// try    :param company => 'B000001';
// try    :param most => 500;
MATCH (company:Company {id: $company})<-[works:WORKS_AT]-(person:Profiled)
RETURN person.id AS customerId, works.role AS role, works.level AS level
ORDER BY coalesce(level, -1) DESC, customerId
LIMIT $most;
