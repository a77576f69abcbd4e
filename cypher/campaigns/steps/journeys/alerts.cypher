// Alerts that journeys raised for colleagues and nobody closed yet, the oldest first.
// mode   read
// param  limit       integer = 100
// row    id          string    unique
// row    customerId  customer
// row    journey     string
// row    text        string
// row    textZh      string
// row    at          datetime
// needs  constraint journey_alert_id
// try    :param limit => 20;
MATCH (customer:Customer)-[:HAS_ALERT]->(alert:JourneyAlert)
WHERE alert.closedAt IS NULL
RETURN alert.id AS id, customer.id AS customerId, alert.journey AS journey, alert.text AS text, alert.textZh AS textZh, alert.at AS at
ORDER BY at, id
LIMIT $limit;
