// Sets quiet hours for everybody.
// mode   write
// param  timeZone  string        IANA name, of customers who have none of their own
// param  from      integer       minutes after midnight
// param  until     integer
// param  channels  list<string>  on which they hold
// param  setBy     string        subject of the token
// param  now       datetime
// row    saved     integer
// needs  constraint contact_settings_id
// try    :params {timeZone: 'Asia/Shanghai', from: 1260, until: 480, channels: ['CALL'], setBy: 'me', now: datetime()}
MERGE (settings:ContactSettings {id: 'contact'})
SET settings.timeZone = $timeZone, settings.quietFrom = $from, settings.quietUntil = $until,
    settings.channels = $channels, settings.setBy = $setBy, settings.setAt = $now
RETURN count(settings) AS saved;
