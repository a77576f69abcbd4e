// Takes the loops of sampled betweenness away again, those of a killed run too.
// mode   write
// param  batch   integer = 20000
// row    closed  integer
// needs  auto-commit
// try    :params {batch: 20000}
MATCH (run:Sampler)
OPTIONAL MATCH (run)-[loop:DRAWS]->()
CALL (run, loop) {
  REMOVE run:Sampler
  DELETE loop
} IN TRANSACTIONS OF $batch ROWS
RETURN count(loop) AS closed;
