// Takes what changed since the last refresh of segments into the refresh that begins. What changes from now on is marked anew, and waits for the next.
// mode   write
// row    taken  integer
// needs  auto-commit
MATCH (node:Changed)
CALL (node) {
  SET node:Refreshing
  REMOVE node:Changed
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(node) AS taken;
