// Erasures that are done and still to be proved by a look through everything; what to look for is sealed meanwhile.
// mode   read
// param  ids        list<string>  empty for all
// row    id         string        unique
// row    mode       string
// row    report     string        JSON
// row    sought     string        sealed
// row    soughtKey  string        wrapped by the master key
// needs  constraint erasure_receipt_id
// try    :param ids => [];
MATCH (receipt:ErasureReceipt)
WHERE receipt.sought IS NOT NULL AND ($ids = [] OR receipt.id IN $ids)
RETURN receipt.id AS id, receipt.mode AS mode, receipt.report AS report, receipt.sought AS sought, receipt.soughtKey AS soughtKey
ORDER BY receipt.startedAt, id;
