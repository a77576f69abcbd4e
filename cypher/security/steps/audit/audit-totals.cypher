// Where the audit chain ends, how many entries there are, and what was found when it was last checked.
// mode  read
// row   seq          integer    number of the last entry
// row   hash         string     its hash
// row   entries      integer    in the chain
// row   unchained    integer    without a number: of before the chain
// row   before       integer    how many of those there were when the chain began
// row   anchoredSeq  integer?   of the last anchor that a server or `guanxi audit anchor` wrote
// row   anchoredAt   datetime?
// row   verifiedSeq  integer?   up to where it was checked
// row   verifiedAt   datetime?
// row   findings     integer?   what was found then
// needs constraint audit_head_id
CALL () { MATCH (entry:AuditEntry) WHERE entry.seq IS NULL RETURN count(entry) AS unchained }
CALL () { MATCH (entry:AuditEntry) RETURN count(entry) AS every }
OPTIONAL MATCH (head:AuditHead {id: 'audit'})
RETURN coalesce(head.seq, 0) AS seq, coalesce(head.hash, '') AS hash, every - unchained AS entries, unchained,
       coalesce(head.before, unchained) AS before, head.anchoredSeq AS anchoredSeq, head.anchoredAt AS anchoredAt,
       head.verifiedSeq AS verifiedSeq, head.verifiedAt AS verifiedAt, head.findings AS findings;
