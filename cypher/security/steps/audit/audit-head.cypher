// Takes the lock of the audit chain: until the transaction ends nobody else appends. Gives the last entry's number and hash.
// mode   write
// row    seq    integer   0 before the first entry
// row    hash   string    empty before the first entry
// needs  constraint audit_head_id
MERGE (head:AuditHead {id: 'audit'})
  ON CREATE SET head.seq = 0, head.hash = ''
SET head.asked = null // locks it
WITH head
CALL (head) { // once: how many entries there are from before the chain
  WITH head WHERE head.before IS NULL
  OPTIONAL MATCH (old:AuditEntry) WHERE old.seq IS NULL
  WITH head, count(old) AS before
  SET head.before = before
}
RETURN head.seq AS seq, head.hash AS hash;
