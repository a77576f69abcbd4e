// Closes an alert: somebody saw to it. Closing it again changes nothing.
// mode   write
// param  id      string
// param  by      string    subject of the token
// param  at      datetime
// row    closed  integer   0 for one that nobody knows
// needs  constraint journey_alert_id
// try    :param id => 'none';
// try    :param by => 'me';
// try    :param at => datetime();
MATCH (alert:JourneyAlert {id: $id})
SET alert.closedBy = coalesce(alert.closedBy, $by), alert.closedAt = coalesce(alert.closedAt, $at)
RETURN count(alert) AS closed;
