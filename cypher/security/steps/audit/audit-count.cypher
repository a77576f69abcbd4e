// How many entries of an action a viewer has since a time, over all servers.
// mode   read
// param  viewer   string
// param  action   string
// param  since    datetime
// row    entries  integer
// needs  index audit_entry_viewer
// try    :param viewer => 'me';
// try    :param action => 'LOOKED_UP';
// try    :param since => datetime('2026-01-01');
MATCH (entry:AuditEntry)
WHERE entry.viewer = $viewer AND entry.action = $action AND entry.at >= $since
RETURN count(entry) AS entries;
