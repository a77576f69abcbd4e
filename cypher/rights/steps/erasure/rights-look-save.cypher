// Keeps what the look after an erasure found, and forgets what was looked for.
// mode   write
// param  id      string
// param  at      datetime
// param  report  string    JSON
// row    saved   integer
// needs  constraint erasure_receipt_id
// try    :param id => 'r1';
// try    :param at => datetime();
// try    :param report => '{}';
MATCH (receipt:ErasureReceipt {id: $id})
SET receipt.lookedAt = $at, receipt.report = $report
REMOVE receipt.sought, receipt.soughtKey
RETURN count(receipt) AS saved;
