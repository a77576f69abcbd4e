// Every version of purposes' texts, oldest first: what a consent was given to, and which are asked again.
// mode  read
// param purposeIds  list<string>? = null  of these purposes; null for all
// row   purposeId   string
// row   version     string
// row   number      integer    position among the purpose's texts, from 1
// row   since       datetime
// row   askAgain    boolean    consents to older texts do not hold any more
// row   text        string?
// row   textZh      string?
// row   setBy       string?    subject of the token; null for the first texts
// needs index purpose_id
// try   :param purposeIds => ['marketing'];
MATCH (purpose:Purpose)-[:HAS_TEXT]->(text:PurposeText)
WHERE $purposeIds IS NULL OR purpose.id IN $purposeIds
RETURN purpose.id AS purposeId, text.version AS version, text.number AS number, text.since AS since,
       text.askAgain AS askAgain, text.text AS text, text.textZh AS textZh, text.setBy AS setBy
ORDER BY purposeId, number;
