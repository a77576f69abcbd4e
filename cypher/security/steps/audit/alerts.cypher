// Alerts on unusual access, newest first.
// mode   read
// param  status          string?      OPEN or ACKNOWLEDGED; both when null
// param  viewer          string?
// param  since           datetime?    of what was found
// param  limit           integer = 50
// row    id              string       unique
// row    rule            string
// row    severity        string
// row    viewer          string
// row    role            string
// row    at              datetime
// row    value           float
// row    bound           float
// row    why             string
// row    whyZh           string
// row    status          string
// row    raisedAt        datetime
// row    acknowledgedBy  string?
// row    acknowledgedAt  datetime?
// row    note            string?
// needs  index alert_at
// try    :param status => 'OPEN';
// try    :param viewer => null;
// try    :param since => null;
// try    :param limit => 50;
MATCH (alert:Alert)
WHERE alert.at >= coalesce($since, datetime('0001-01-01T00:00:00Z')) AND ($status IS NULL OR alert.status = $status)
  AND ($viewer IS NULL OR alert.viewer = $viewer)
RETURN alert.id AS id, alert.rule AS rule, alert.severity AS severity, alert.viewer AS viewer, alert.role AS role,
       alert.at AS at, alert.value AS value, alert.bound AS bound, alert.why AS why, alert.whyZh AS whyZh,
       alert.status AS status, alert.raisedAt AS raisedAt, alert.acknowledgedBy AS acknowledgedBy,
       alert.acknowledgedAt AS acknowledgedAt, alert.note AS note
ORDER BY at DESC, id
LIMIT $limit;
