// Starts or stops a referral programme. What its state does not allow changes nothing.
// mode   write
// param  id      string
// param  from    list<string>  states in which it may be done
// param  to      string        RUNNING, STOPPED
// param  now     datetime
// row    known   boolean
// row    turned  boolean
// row    status  string?       before
// needs  constraint referral_programme_id
// try    :param id => 'r1';
// try    :param from => ['DRAFT'];
// try    :param to => 'RUNNING';
// try    :param now => datetime();
OPTIONAL MATCH (programme:ReferralProgramme {id: $id})
SET programme.asked = null // locks it
WITH programme, programme.status AS status, coalesce(programme.status IN $from, false) AS turned
FOREACH (_ IN CASE WHEN turned THEN [1] ELSE [] END |
  SET programme.status = $to,
    programme.startedAt = CASE WHEN $to = 'RUNNING' THEN coalesce(programme.startedAt, $now) ELSE programme.startedAt END,
    programme.endedAt = CASE WHEN $to = 'STOPPED' THEN $now ELSE null END)
RETURN programme IS NOT NULL AS known, turned, status;
