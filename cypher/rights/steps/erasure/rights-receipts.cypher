// Receipts of erasures; by their ids, or of one person by the keyed hash of the id.
// mode   read
// param  ids         list<string>
// param  subject     string?
// row    id          string     unique
// row    subject     string
// row    mode        string
// row    startedAt   datetime
// row    finishedAt  datetime?  null when it was interrupted
// row    report      string?    JSON
// row    lookedAt    datetime?  null while it is still to be proved
// row    marks       integer    by which the person is kept out
// needs  constraint erasure_receipt_id
// try    :param ids => ['r1'];
// try    :param subject => null;
MATCH (receipt:ErasureReceipt)
WHERE receipt.id IN $ids OR receipt.subject = $subject
RETURN receipt.id AS id, receipt.subject AS subject, receipt.mode AS mode, receipt.startedAt AS startedAt,
       receipt.finishedAt AS finishedAt, receipt.report AS report, receipt.lookedAt AS lookedAt,
       COUNT { (m:Suppressed) WHERE m.receiptId = receipt.id } AS marks
ORDER BY startedAt, id;
