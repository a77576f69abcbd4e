// From when on events of a type are kept; before it, that there are none says nothing.
// mode   read
// param  type   string
// row    since  datetime
// needs  index event_at
// try    :param type => 'login';
MATCH (event:Event)
WHERE event.at IS NOT NULL AND event.type = $type
RETURN event.at AS since
ORDER BY since
LIMIT 1;
