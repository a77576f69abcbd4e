// Who reports to whom and works with whom in a client company.
// mode   picture
// param  company  string
// param  limit    integer = 500
// row    tie      path
// for    analyst marketer admin
// phrase Who decides at company $company
// phraseZh 公司 $company 由谁决策
// try    :param company => 'B000001';
// try    :param limit => 500;
MATCH (company:Company {id: $company})
MATCH (company)<-[:WORKS_AT]-(person:Profiled)
MATCH tie = (person)-[:REPORTS_TO|WORKS_WITH]->(other:Profiled)-[:WORKS_AT]->(company)
RETURN tie
ORDER BY person.id, other.id
LIMIT $limit;
