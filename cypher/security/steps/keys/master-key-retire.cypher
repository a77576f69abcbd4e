// Notes that nothing is wrapped by a master key any more, unless something is. Asked while no import is at work.
// mode   write
// param  id       string
// param  now      datetime
// row    wrapped  integer    customer keys, and looks after erasures, that it still opens: not retired when more than 0
// needs  constraint master_key_id
// try    :param id => '0a1b2c3d';
// try    :param now => datetime('2026-01-01');
MERGE (key:MasterKey {id: $id})
  ON CREATE SET key.since = $now
WITH key, COUNT { MATCH (customer:Customer) WHERE customer.keyWrapped STARTS WITH $id + '.' }
  + COUNT { MATCH (receipt:ErasureReceipt) WHERE receipt.soughtKey STARTS WITH $id + '.' } AS wrapped
SET key.retiredAt = CASE wrapped WHEN 0 THEN coalesce(key.retiredAt, $now) ELSE null END
RETURN wrapped;
