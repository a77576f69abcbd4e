// Lets somebody who was erased come back, as they asked to: the marks of one erasure go, with those of what they ordered and wrote.
// mode   write
// param  mark   string   of the id they come back under
// row    marks  integer
// needs  constraint suppressed_mark
// try    :param mark => 'm1';
OPTIONAL MATCH (known:Suppressed {mark: $mark})
CALL (known) {
  MATCH (other:Suppressed)
  WHERE other.receiptId = known.receiptId
  DETACH DELETE other
  RETURN count(*) AS marks
}
RETURN coalesce(sum(marks), 0) AS marks;
