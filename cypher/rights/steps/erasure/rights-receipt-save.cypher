// Keeps the receipt of an erasure, without anything personal; finished when it is all done; proved by a later look.
// mode   write
// param  id         string
// param  subject    string    keyed hash of the customer's id
// param  mode       string    DELETE, ANONYMISE, DESTROY_KEY
// param  at         datetime
// param  finished   boolean
// param  report     string?   JSON
// param  sought     string?   sealed: what the look is for
// param  soughtKey  string?   its key, wrapped
// row    saved      integer
// needs  constraint erasure_receipt_id
// try    :param id => 'r1';
// try    :param subject => 'h';
// try    :param mode => 'DELETE';
// try    :param at => datetime();
// try    :param finished => false;
// try    :param report => null;
// try    :param sought => null;
// try    :param soughtKey => null;
MERGE (receipt:ErasureReceipt {id: $id})
  ON CREATE SET receipt.subject = $subject, receipt.mode = $mode, receipt.startedAt = $at
SET receipt.finishedAt = CASE WHEN $finished THEN $at ELSE receipt.finishedAt END,
    receipt.report = coalesce($report, receipt.report), receipt.sought = $sought, receipt.soughtKey = $soughtKey
RETURN count(receipt) AS saved;
