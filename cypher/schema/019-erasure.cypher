// What an erasure and its proof are found by.
// mode schema
CREATE INDEX erasure_receipt_subject IF NOT EXISTS FOR (n:ErasureReceipt) ON (n.subject);
CREATE INDEX suppressed_receipt IF NOT EXISTS FOR (n:Suppressed) ON (n.receiptId);
