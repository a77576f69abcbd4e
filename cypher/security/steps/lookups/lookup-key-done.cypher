// Notes that a key of look-ups has everything that could be put under it, and that former ones are asked no more.
// mode   write
// param  id       string
// param  retired  list<string>
// param  now      datetime
// row    noted    integer
// needs  constraint lookup_key_id
// try    :param id => '0a1b2c3d';
// try    :param retired => [];
// try    :param now => datetime('2026-01-01');
MATCH (key:LookupKey)
WHERE key.id = $id OR key.id IN $retired
SET key.finishedAt = coalesce(key.finishedAt, $now),
    key.retiredAt = CASE WHEN key.id IN $retired THEN coalesce(key.retiredAt, $now) END
RETURN count(key) AS noted;
