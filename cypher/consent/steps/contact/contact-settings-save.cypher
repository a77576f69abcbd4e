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
// try    :param timeZone => 'Asia/Shanghai';
// try    :param from => 1260;
// try    :param until => 480;
// try    :param channels => ['CALL'];
// try    :param setBy => 'me';
// try    :param now => datetime();
MERGE (settings:ContactSettings {id: 'contact'})
SET settings.timeZone = $timeZone, settings.quietFrom = $from, settings.quietUntil = $until,
    settings.channels = $channels, settings.setBy = $setBy, settings.setAt = $now
RETURN count(settings) AS saved;
