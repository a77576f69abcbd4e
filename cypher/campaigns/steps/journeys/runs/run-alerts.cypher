// Raises alerts for colleagues on people who are at a step that does, once.
// mode   write
// param  rows        list<record>
// .      runId       string
// .      customerId  string
// .      step        string
// .      journey     string
// .      text        string
// .      textZh      string
// param  now         datetime
// row    raised      integer
// needs  constraint journey_alert_id
// try    :param rows => [{runId: 'j|C0000001|O0000001-001', customerId: 'C0000001', step: 's', journey: 'j', text: 't', textZh: 't'}];
// try    :param now => datetime();
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})
MERGE (alert:JourneyAlert {id: row.runId + '|' + row.step})
  ON CREATE SET alert.at = $now, alert.journey = row.journey, alert.text = row.text, alert.textZh = row.textZh
MERGE (customer)-[:HAS_ALERT]->(alert)
RETURN count(alert) AS raised;
