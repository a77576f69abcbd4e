// A person looked at an alert and says what came of it. An alert that was acknowledged stays as it is.
// mode   write
// param  id      string
// param  viewer  string    subject of the token
// param  note    string
// param  now     datetime
// row    done    integer   0 when it had been acknowledged
// needs  constraint alert_id
// try    :param id => 'a1';
// try    :param viewer => 'me';
// try    :param note => 'asked them';
// try    :param now => datetime();
MATCH (alert:Alert {id: $id})
SET alert.asked = null // locks it
WITH alert, alert.status = 'OPEN' AS open
FOREACH (_ IN CASE WHEN open THEN [1] ELSE [] END |
  SET alert.status = 'ACKNOWLEDGED', alert.acknowledgedBy = $viewer, alert.acknowledgedAt = $now, alert.note = $note)
RETURN count(CASE WHEN open THEN 1 END) AS done;
