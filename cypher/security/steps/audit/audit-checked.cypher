// Notes that the audit chain was anchored, or checked and what was found; what is null stays as it was.
// mode   write
// param  now          datetime
// param  anchoredSeq  integer?
// param  verifiedSeq  integer?
// param  findings     integer?
// row    noted        integer
// needs  constraint audit_head_id
// try    :param now => datetime();
// try    :param anchoredSeq => 1;
// try    :param verifiedSeq => null;
// try    :param findings => null;
OPTIONAL MATCH (head:AuditHead {id: 'audit'})
FOREACH (_ IN CASE WHEN $anchoredSeq IS NULL OR head IS NULL THEN [] ELSE [1] END |
  SET head.anchoredSeq = $anchoredSeq, head.anchoredAt = $now)
FOREACH (_ IN CASE WHEN $verifiedSeq IS NULL OR head IS NULL THEN [] ELSE [1] END |
  SET head.verifiedSeq = $verifiedSeq, head.verifiedAt = $now, head.findings = $findings)
RETURN count(head) AS noted;
