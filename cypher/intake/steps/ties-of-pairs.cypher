// The ties of these pairs of customers, of every kind, found by their KNOWS: quick where most pairs have none yet. What was tied without
// a KNOWS is not found; import-ties-known asks both customers instead.
// mode  read
// param pairs list<string>  smaller id|larger id
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
// needs constraint knows_pair
// try   :param pairs => ['C0000001|C0000002'];
UNWIND $pairs AS pair
MATCH (low:Customer)-[knows:KNOWS {pair: pair}]->(high:Customer)
USING INDEX knows:KNOWS(pair)
WITH low, high
MATCH (low)-[tie:FAMILY_OF|WORKS_WITH|REPORTS_TO|SHARES_INTEREST_WITH|FOLLOWS|REFERRED]-(high)
RETURN startNode(tie).id AS fromId, endNode(tie).id AS toId, tie.key AS key, type(tie) AS type, tie.closeness AS closeness, tie.since AS since, tie.lastSeen AS lastSeen, tie.source AS source,
       tie.confidence AS confidence, tie.interactions AS interactions, tie.role AS role,
       tie.interest AS interest, tie.platform AS platform, tie.code AS code, tie.campaign AS
       campaign, tie.status AS status, tie.at AS at;
