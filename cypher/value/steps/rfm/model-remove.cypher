// Removes a named RFM model; its grades were deleted before (model-empty).
// mode   write
// param  id       string
// row    removed  integer
// needs  constraint rfm_model_id
// try    :param id => 'none';
MATCH (model:RfmModel {id: $id, main: false})
DETACH DELETE model
RETURN count(*) AS removed;
