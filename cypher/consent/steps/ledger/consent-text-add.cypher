// Adds a version of a purpose's text, or a purpose's ground, and makes it the one that is shown. The same again changes nothing.
// mode   write
// param  purposeId    string
// param  version      string
// param  text         string
// param  textZh       string
// param  legalBasis   string     CONSENT, or a ground on which all may be served
// param  basisReason  string?    why that ground holds
// param  askAgain     boolean    consents to older texts do not hold any more
// param  setBy        string     subject of the token
// param  now          datetime
// row    added        boolean
// row    conflicting  boolean    the version is there with another text: nothing was changed
// row    number       integer
// needs  constraint purpose_text_id
// try    :param purposeId => 'marketing';
// try    :param version => '2';
// try    :param text => 't';
// try    :param textZh => 't';
// try    :param legalBasis => 'CONSENT';
// try    :param basisReason => null;
// try    :param askAgain => true;
// try    :param setBy => 'me';
// try    :param now => datetime();
MERGE (purpose:Purpose {id: $purposeId})
SET purpose.id = $purposeId
WITH purpose, COUNT { (purpose)-[:HAS_TEXT]->() } AS texts
OPTIONAL MATCH (known:PurposeText {id: $purposeId + '|' + $version})
WITH purpose, texts, known, known IS NOT NULL AND (known.text <> $text OR known.textZh <> $textZh OR known.askAgain <> $askAgain) AS conflicting
FOREACH (_ IN CASE WHEN known IS NULL THEN [1] ELSE [] END |
  MERGE (added:PurposeText {id: $purposeId + '|' + $version})
    ON CREATE SET added.purposeId = $purposeId, added.version = $version, added.number = texts + 1, added.text = $text,
      added.textZh = $textZh, added.askAgain = $askAgain, added.since = $now, added.setBy = $setBy
  MERGE (purpose)-[:HAS_TEXT]->(added)
  SET purpose.version = $version, purpose.text = $text, purpose.textZh = $textZh, purpose.textNumber = texts + 1,
    purpose.renewing = CASE WHEN $askAgain THEN true ELSE purpose.renewing END)
FOREACH (_ IN CASE WHEN conflicting THEN [] ELSE [1] END |
  SET purpose.legalBasis = $legalBasis, purpose.basisReason = $basisReason)
RETURN known IS NULL AS added, conflicting, coalesce(known.number, texts + 1) AS number;
