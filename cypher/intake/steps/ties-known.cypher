// The ties between these pairs of customers, of every kind.
// mode  read
// param rows list<record>
// .  low   string  smaller id
// .  high  string  larger id
// row fromId        string
// row toId          string
// row key           string
// row type          string
// row closeness     float?
// row since         datetime?
// row lastSeen      datetime?
// row source        string?
// row confidence    float?
// row interactions  integer?
// row role          string?
// row interest      string?
// row platform      string?
// row code          string?
// row campaign      string?
// row status        string?
// row at            datetime?
// needs constraint customer_id
// try   :param rows => [{low: 'C0000001', high: 'C0000002'}];
UNWIND $rows AS row
MATCH (low:Customer {id: row.low})
MATCH (high:Customer {id: row.high})
WITH low, high
MATCH (low)-[tie:FAMILY_OF|WORKS_WITH|REPORTS_TO|SHARES_INTEREST_WITH|FOLLOWS|REFERRED]-(high)
RETURN startNode(tie).id AS fromId, endNode(tie).id AS toId, tie.key AS key, type(tie) AS type, tie.closeness AS closeness, tie.since AS since, tie.lastSeen AS lastSeen, tie.source AS source,
       tie.confidence AS confidence, tie.interactions AS interactions, tie.role AS role,
       tie.interest AS interest, tie.platform AS platform, tie.code AS code, tie.campaign AS
       campaign, tie.status AS status, tie.at AS at;
