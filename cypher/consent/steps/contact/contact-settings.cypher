// Quiet hours as they are set; no row before anybody set them.
// mode  read
// row   timeZone  string        IANA name, of customers who have none of their own
// row   from      integer       minutes after midnight
// row   until     integer
// row   channels  list<string>  on which they hold
// needs constraint contact_settings_id
// try   :params {}
MATCH (settings:ContactSettings {id: 'contact'})
RETURN settings.timeZone AS timeZone, settings.quietFrom AS from, settings.quietUntil AS until, settings.channels AS channels;
