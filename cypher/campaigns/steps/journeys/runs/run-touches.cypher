// Plans a message to each of some people who are at a step that sends: one touch for each, which the dispatch sends.
// mode   write
// param  rows        list<record>
// .      runId       string
// .      customerId  string
// .      campaignId  string     of the message
// .      step        string
// .      channel     string
// .      ground      string     CONSENT, or the legal basis on which it is allowed
// .      notBefore   datetime?  when their quiet hours end
// param  now         datetime
// row    planned     integer
// needs  constraint touch_id
// try    :param rows => [{runId: 'j|C0000001|O0000001-001', customerId: 'C0000001', campaignId: 'journey@j@1@s', step: 's', channel: 'SMS', ground: 'CONSENT', notBefore: null}];
// try    :param now => datetime();
UNWIND $rows AS row
MATCH (customer:Customer {id: row.customerId})-[:IN_JOURNEY]->(run:JourneyRun {id: row.runId})
MATCH (variant:Variant {id: row.campaignId + '|A'})
MERGE (touch:Touch {id: row.runId + '|' + row.step})
  ON CREATE SET touch.at = $now, touch.campaignId = row.campaignId, touch.channel = row.channel,
    touch.ground = row.ground, touch.notBefore = row.notBefore, touch.state = 'PLANNED', touch.dueAt = coalesce(row.notBefore, $now)
MERGE (customer)-[:RECEIVED]->(touch)
MERGE (touch)-[:OF_VARIANT]->(variant)
MERGE (run)-[:SENT]->(touch)
RETURN count(touch) AS planned;
