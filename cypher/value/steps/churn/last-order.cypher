// Until when orders are known: the time of the last one. After it, that nobody ordered says nothing.
// mode   read
// param  now    datetime
// row    at     datetime
// needs  index order_at
// try    :param now => datetime();
MATCH (order:Order)
WHERE order.at <= $now
RETURN order.at AS at
ORDER BY at DESC
LIMIT 1;
