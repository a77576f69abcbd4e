// How likely customers buy of a category within the horizon, as a model tells. Who withdrew profiling meanwhile gets nothing.
// mode   write
// param  rows         list<record>
// .      customerId   string
// .      probability  float     0..1
// param  category     string
// param  model        string    id of its run
// param  at           datetime  when scoring began
// row    saved        integer
// needs  constraint inclined_key
// try    :param rows => [{customerId: 'C0000001', probability: 0.4}];
// try    :param category => 'tea';
// try    :param model => 'm1';
// try    :param at => datetime();
MATCH (category:Category {id: $category})
UNWIND $rows AS row
MATCH (customer:Customer:Profiled {id: row.customerId})
MERGE (customer)-[inclined:INCLINED_TO {key: row.customerId + '|' + $category}]->(category)
SET inclined.probability = row.probability, inclined.model = $model, inclined.at = $at
RETURN count(inclined) AS saved;
