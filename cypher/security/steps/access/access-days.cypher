// What each viewer opened on each day of their own time zone: how much, and how much of it at odd hours.
// mode   read
// param  since    datetime
// param  until    datetime
// param  zone     string    like Asia/Shanghai
// param  dayFrom  integer   first hour of a working day, 0..23
// param  dayTo    integer   the hour it ends at, 1..24
// row    viewer   string
// row    role     string
// row    day      date
// row    opened   integer   customers, each time they were opened
// row    odd      integer   those outside working hours
// needs  index audit_entry_at
// try    :param since => datetime('2026-01-01');
// try    :param until => datetime();
// try    :param zone => 'Asia/Shanghai';
// try    :param dayFrom => 7;
// try    :param dayTo => 21;
MATCH (entry:AuditEntry)
WHERE entry.at >= $since AND entry.at < $until AND entry.action IN ['OPENED', 'LOOKED_UP', 'BREAK_GLASS', 'EXPORTED']
WITH entry, datetime({datetime: entry.at, timezone: $zone}) AS local
RETURN entry.viewer AS viewer, entry.role AS role, date(local) AS day, sum(entry.count) AS opened,
       sum(CASE WHEN local.hour < $dayFrom OR local.hour >= $dayTo THEN entry.count ELSE 0 END) AS odd
ORDER BY day, viewer, role;
