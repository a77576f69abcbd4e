// Keeps a noisy answer and takes its epsilon from the budget; changes nothing where that would overspend.
// mode   write
// param  dataSet       string
// param  id            string
// param  question      string     canonical JSON
// param  answer        string     JSON
// param  epsilonMicro  integer
// param  viewer        string
// param  role          string
// param  now           datetime
// row    spentMicro    integer
// needs  constraint data_set_id
// try    :param dataSet => 'customers';
// try    :param id => 'e1';
// try    :param question => '{}';
// try    :param answer => '{}';
// try    :param epsilonMicro => 100000;
// try    :param viewer => 'me';
// try    :param role => 'admin';
// try    :param now => datetime();
MATCH (set:DataSet {id: $dataSet})
WHERE set.spentMicro + $epsilonMicro <= set.budgetMicro
CREATE (entry:BudgetEntry {id: $id, question: $question, answer: $answer, epsilonMicro: $epsilonMicro, version: set.version,
  viewer: $viewer, role: $role, at: $now})-[:SPENT_ON]->(set)
SET set.spentMicro = set.spentMicro + $epsilonMicro
RETURN set.spentMicro AS spentMicro;
