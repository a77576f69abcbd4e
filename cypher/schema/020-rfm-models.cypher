// One node for each RFM model with the frame and cuts of its last run: the one of each currency, and those that people named.
// mode schema
CREATE CONSTRAINT rfm_model_id IF NOT EXISTS FOR (n:RfmModel) REQUIRE n.id IS UNIQUE;
