// Keeps out further ids of people who were erased: a file knows them by another id, but by the same phone or mail.
// mode  write
// param rows list<record>
// .  mark  string  of what was recognised
// .  also  string  mark of the other id
// row   suppressed integer
// needs constraint suppressed_mark
// try   :param rows => [{mark: 'm1', also: 'm2'}];
UNWIND $rows AS row
MATCH (known:Suppressed {mark: row.mark})
MERGE (other:Suppressed {mark: row.also})
  ON CREATE SET other.since = known.since, other.receiptId = known.receiptId
RETURN count(other) AS suppressed;
