// Requests of people about their data, receipts of erasures, marks that keep the erased out, and budgets of what is published.
// mode schema
CREATE CONSTRAINT data_request_id IF NOT EXISTS FOR (n:DataRequest) REQUIRE n.id IS UNIQUE;
CREATE INDEX data_request_state IF NOT EXISTS FOR (n:DataRequest) ON (n.state, n.dueAt);
CREATE CONSTRAINT erasure_receipt_id IF NOT EXISTS FOR (n:ErasureReceipt) REQUIRE n.id IS UNIQUE;
CREATE INDEX erasure_receipt_subject IF NOT EXISTS FOR (n:ErasureReceipt) ON (n.subject);
CREATE CONSTRAINT suppressed_mark IF NOT EXISTS FOR (n:Suppressed) REQUIRE n.mark IS UNIQUE;
CREATE INDEX suppressed_receipt IF NOT EXISTS FOR (n:Suppressed) ON (n.receiptId);
CREATE CONSTRAINT data_set_id IF NOT EXISTS FOR (n:DataSet) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT budget_entry_id IF NOT EXISTS FOR (n:BudgetEntry) REQUIRE n.id IS UNIQUE;
