// Sets how many messages of campaigns one person gets at most, over all campaigns and channels.
// mode   write
// param  messages  integer   0 for no cap
// param  days      integer
// param  setBy     string    subject of the token
// param  now       datetime
// row    saved     integer
// needs  constraint contact_settings_id
// try    :param messages => 4;
// try    :param days => 7;
// try    :param setBy => 'me';
// try    :param now => datetime();
MERGE (settings:ContactSettings {id: 'contact'})
SET settings.capMessages = $messages, settings.capDays = $days, settings.capSetBy = $setBy, settings.capSetAt = $now
RETURN count(settings) AS saved;
