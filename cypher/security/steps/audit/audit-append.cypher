// Appends entries to the audit chain if it still ends where the caller thinks; otherwise changes nothing and says where it ends.
// mode   write
// param  seq       integer       of the last entry before these
// param  prevHash  string        its hash
// param  rows      list<record>  in their order
// .  seq        integer
// .  prevHash   string
// .  hash       string        keyed, over the canonical form of all the rest
// .  id         string
// .  at         datetime
// .  action     string
// .  viewer     string        subject of the token
// .  role       string
// .  purpose    string?       what the viewer says the access is for
// .  subject    string?       what was acted upon, an id
// .  fields     list<string>
// .  customers  list<string>  customer ids
// .  count      integer
// .  detail     string?
// row    appended  boolean       also true when these entries were there: a repeated call changes nothing
// row    seq       integer       of the last entry now
// row    hash      string
// needs  constraint audit_head_id
// needs  constraint audit_entry_id
// needs  auto-commit                when it is run by itself: one round trip; a repeated call changes nothing
// try    :param seq => 0;
// try    :param prevHash => '';
// try    :param rows => [];
MERGE (head:AuditHead {id: 'audit'})
  ON CREATE SET head.seq = 0, head.hash = ''
SET head.asked = null // locks it
WITH head, last($rows) AS final
OPTIONAL MATCH (known:AuditEntry {id: final.id})
WITH head, final, known IS NOT NULL AS repeated, head.seq = $seq AND head.hash = $prevHash AS fits
FOREACH (row IN CASE WHEN fits AND NOT repeated THEN $rows ELSE [] END |
  CREATE (:AuditEntry {id: row.id, seq: row.seq, prevHash: row.prevHash, hash: row.hash, at: row.at, action: row.action,
    viewer: row.viewer, role: row.role, purpose: row.purpose, subject: row.subject, fields: row.fields,
    customers: row.customers, count: row.count, detail: row.detail}))
FOREACH (_ IN CASE WHEN fits AND NOT repeated THEN [1] ELSE [] END | SET head.seq = final.seq, head.hash = final.hash)
RETURN fits OR repeated AS appended, head.seq AS seq, head.hash AS hash;
