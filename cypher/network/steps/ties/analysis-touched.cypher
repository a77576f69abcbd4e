// Keeps degrees exact where ties or consent to profiling changed, and counts what changed since the last analysis run. To be the
// last statement of the transaction that changed them: its one counter is locked until then. Does nothing before the first run.
// mode   write
// param  customerIds  list<string>
// param  around       boolean = false  their acquaintances too, when consent changed
// param  ties         integer = 0      pairs whose ties changed
// param  consents     integer = 0      customers who came to or left profiling
// row    touched      integer          degrees written
// needs  constraint analysis_state_id
// try    :param customerIds => ['C0000001'];
// try    :param around => false;
// try    :param ties => 1;
// try    :param consents => 0;
OPTIONAL MATCH (state:AnalysisState {id: 'analysis'})
CALL (state) {
  WITH state
  WHERE state IS NOT NULL
  UNWIND $customerIds AS customerId
  MATCH (customer:Customer {id: customerId})
  CALL (customer) {
    RETURN customer AS person
    UNION
    MATCH (customer)-[:KNOWS]-(person:Profiled)
    WHERE $around
    RETURN person
  }
  WITH DISTINCT person
  SET person.degree = CASE WHEN person:Profiled THEN toFloat(COUNT { (person)-[:KNOWS]-(:Profiled) }) END
  RETURN collect(person) AS people
}
SET state.changedTies = coalesce(state.changedTies, 0) + $ties,
  state.changedConsents = coalesce(state.changedConsents, 0) + $consents
FOREACH (person IN CASE WHEN state.running THEN people ELSE [] END | SET person:Touched)
RETURN size(people) AS touched;
