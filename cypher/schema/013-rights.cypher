// Requests of people about their data, receipts of erasures, and the marks that keep the erased from coming back.
// mode schema
CREATE CONSTRAINT data_request_id IF NOT EXISTS FOR (n:DataRequest) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT erasure_receipt_id IF NOT EXISTS FOR (n:ErasureReceipt) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT suppressed_mark IF NOT EXISTS FOR (n:Suppressed) REQUIRE n.mark IS UNIQUE;
CREATE INDEX data_request_state IF NOT EXISTS FOR (n:DataRequest) ON (n.state, n.dueAt);
CREATE INDEX event_at IF NOT EXISTS FOR (n:Event) ON (n.at);
CREATE INDEX restricted_id IF NOT EXISTS FOR (n:Restricted) ON (n.id);
