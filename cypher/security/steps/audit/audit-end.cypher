// Where the audit chain ends.
// mode  read
// row   seq    integer   number of the last entry
// row   hash   string    its hash
// needs constraint audit_head_id
MATCH (head:AuditHead {id: 'audit'})
RETURN head.seq AS seq, head.hash AS hash;
