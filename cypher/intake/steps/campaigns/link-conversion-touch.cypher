// Ties the touches that led to conversions, and unties what a file says otherwise.
// mode  write
// param rows list<record>
// .  id   string
// .  end  string?  null unties
// row   written  integer
// try   :param rows => [{id: 'x1', end: 'x2'}];
UNWIND $rows AS row
MATCH (conversion:Conversion {id: row.id})
CALL (conversion, row) {
  MATCH (conversion)<-[old:LEADS_TO]-(other:Touch)
  WHERE row.end IS NULL OR other.id <> row.end
  DELETE old
}
CALL (conversion, row) {
  MATCH (end:Touch {id: row.end})
  MERGE (conversion)<-[:LEADS_TO]-(end)
}
RETURN count(*) AS written;
