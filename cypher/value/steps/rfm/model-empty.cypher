// Deletes the grades of a named RFM model, 5,000 at a time: for a million customers one transaction would be too large.
// mode   write
// param  id     string
// row    taken  integer
// needs  auto-commit
// needs  constraint rfm_model_id
// try    :param id => 'none';
MATCH (:RfmModel {id: $id, main: false})<-[score:SCORED_BY]-(:Customer)
CALL (score) {
  DELETE score
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(*) AS taken;
