// Keeps out of later imports what these marks stand for.
// mode   write
// param  marks       list<string>
// param  receiptId   string
// param  now         datetime
// row    suppressed  integer
// needs  constraint suppressed_mark
// try    :param marks => ['m1'];
// try    :param receiptId => 'r1';
// try    :param now => datetime();
UNWIND $marks AS mark
MERGE (known:Suppressed {mark: mark})
  ON CREATE SET known.since = $now, known.receiptId = $receiptId
RETURN count(known) AS suppressed;
