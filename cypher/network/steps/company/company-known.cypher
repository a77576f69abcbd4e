// Is this company known, and how many of its people are not shown since they do not consent to profiling?
// mode   read
// param  company   string
// row    name      string?
// row    nameZh    string?
// row    people    integer         who consent
// row    notShown  integer
// needs  constraint company_id
// try    :param company => 'B000001';
MATCH (company:Company {id: $company})
OPTIONAL MATCH (company)<-[:WORKS_AT]-(person:Customer)
WITH company.name AS name, company.nameZh AS nameZh, collect(person) AS staff
RETURN name, nameZh, size([person IN staff WHERE person:Profiled]) AS people, size([person IN staff WHERE NOT person:Profiled]) AS notShown;
