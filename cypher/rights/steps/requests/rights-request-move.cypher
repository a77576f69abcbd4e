// Moves a request on, if it is in one of the states that it may leave.
// mode   write
// param  id         string
// param  from       list<string>
// param  to         string        IDENTIFIED, DONE, REFUSED
// param  at         datetime
// param  by         string        subject of the token
// param  means      string?       how identity was checked
// param  reason     string?       why it was refused
// param  receiptId  string?       of an erasure
// row    moved      boolean
// needs  constraint data_request_id
// try    :param id => 'q1';
// try    :param from => ['OPEN'];
// try    :param to => 'IDENTIFIED';
// try    :param at => datetime();
// try    :param by => 'me';
// try    :param means => 'call back';
// try    :param reason => null;
// try    :param receiptId => null;
OPTIONAL MATCH (request:DataRequest {id: $id})
SET request.asked = null // locks it
WITH request, request.state IN $from AS fits
FOREACH (one IN CASE WHEN fits THEN [request] ELSE [] END | SET one.state = $to)
FOREACH (one IN CASE WHEN fits AND $to = 'IDENTIFIED' THEN [request] ELSE [] END |
  SET one.identifiedAt = $at, one.identifiedBy = $by, one.means = $means)
FOREACH (one IN CASE WHEN fits AND $to <> 'IDENTIFIED' THEN [request] ELSE [] END |
  SET one.closedAt = $at, one.closedBy = $by, one.reason = $reason, one.receiptId = $receiptId)
RETURN coalesce(fits, false) AS moved;
