// Ends a refresh of all segments: what it took is in them.
// mode   write
// row    done  integer
// needs  auto-commit
MATCH (node:Refreshing)
CALL (node) {
  REMOVE node:Refreshing
} IN TRANSACTIONS OF 5000 ROWS
RETURN count(node) AS done;
