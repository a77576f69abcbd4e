// Quiet hours and the frequency cap as they are set; no row before anybody set either, nulls for what was not.
// mode  read
// row   timeZone     string?        IANA name, of customers who have none of their own
// row   from         integer?       minutes after midnight
// row   until        integer?
// row   channels     list<string>?  on which quiet hours hold
// row   capMessages  integer?       most messages of campaigns in capDays; 0 for no cap
// row   capDays      integer?
// needs constraint contact_settings_id
MATCH (settings:ContactSettings {id: 'contact'})
RETURN settings.timeZone AS timeZone, settings.quietFrom AS from, settings.quietUntil AS until,
  settings.channels AS channels, settings.capMessages AS capMessages, settings.capDays AS capDays;
