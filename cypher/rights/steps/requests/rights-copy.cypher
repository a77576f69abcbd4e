// Everything that hangs on a person, for their copy. Of others who are tied to them only the kind of tie, since when and how close;
// of what is somebody else's or everybody's only what it is called.
// mode   read
// param  customerId  string
// param  shared      list<string>  labels that are nobody's own
// param  shown       list<string>  relationships to what is somebody else's
// row    type        string        of the relationship
// row    outgoing    boolean
// row    label       string        of what is at its other end
// row    tie         map
// row    node        map
// needs  constraint customer_id
// try    :param customerId => 'C0000001';
// try    :param shared => ['Customer'];
// try    :param shown => ['LIKED'];
MATCH (customer:Customer {id: $customerId})-[tie]-(other)
WITH customer, tie, other, startNode(tie) = customer AS outgoing
WITH tie, other, outgoing, outgoing AND NOT type(tie) IN $shown AND none(label IN labels(other) WHERE label IN $shared)
  AND NOT EXISTS { MATCH (another:Customer)-[same]->(other) WHERE another <> customer AND type(same) = type(tie) } AS own
ORDER BY type(tie), outgoing, coalesce(toString(tie.since), toString(other.at), ''), elementId(tie)
RETURN type(tie) AS type, outgoing, head(labels(other)) AS label,
       CASE WHEN other:Customer THEN tie {.closeness, .since, .kinds} ELSE properties(tie) END AS tie,
       CASE WHEN other:Customer THEN {} WHEN own AND NOT other:Identity THEN properties(other)
         WHEN other:Identity THEN other {.kind, .verified} ELSE other {.id, .name, .nameZh, .at} END AS node;
