// By which group a birthday falls in, those who may have it on a day are found; the day itself is sealed.
// mode schema
CREATE INDEX customer_birthday IF NOT EXISTS FOR (n:Customer) ON (n.birthdayLookup);
CREATE INDEX customer_lunar_birthday IF NOT EXISTS FOR (n:Customer) ON (n.lunarBirthdayLookup);
