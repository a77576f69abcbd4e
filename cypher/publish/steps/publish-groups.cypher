// How many people share each combination of quasi-identifiers and a sensitive value, of those who consent to the purpose. No ids.
// mode   read
// param  purposeId  string
// param  now        datetime
// param  columns    list<string>   ageBand, city, region, gender, tier, joinedAt
// param  sensitive  string?        a score published=sensitive, tier, spendBand (so many cuts are at or below the spending), or null
// param  dateChars  integer = 7    how much of the day joined is kept: 10 day, 7 month, 4 year
// param  spendCuts  list<integer>  minor units
// param  limit      integer        combinations
// row    values     list<string?>  in the order of the columns
// row    sensitive  string?
// row    people     integer
// needs  constraint purpose_id
// try    :param purposeId => 'research';
// try    :param now => datetime();
// try    :param columns => ['ageBand', 'region'];
// try    :param sensitive => 'tier';
// try    :param dateChars => 7;
// try    :param spendCuts => [10000];
// try    :param limit => 1000;
MATCH (purpose:Purpose {id: $purposeId})<-[consent:CONSENTS_TO]-(customer:Customer)
WHERE (consent.until IS NULL OR consent.until > $now)
WITH DISTINCT customer
WITH [column IN $columns | CASE column
    WHEN 'ageBand' THEN customer.ageBand
    WHEN 'city' THEN customer.city
    WHEN 'region' THEN customer.region
    WHEN 'gender' THEN customer.gender
    WHEN 'tier' THEN customer.tier
    WHEN 'joinedAt' THEN left(toString(date(customer.joinedAt)), $dateChars)
  END] AS values,
  CASE $sensitive
    // each property published=sensitive: <<WHEN '{property}' THEN customer.{property}>> by ' '
    WHEN 'rfmSegment' THEN customer.rfmSegment
    // each end
    WHEN 'tier' THEN customer.tier
    WHEN 'spendBand' THEN toString(size([cut IN $spendCuts WHERE coalesce(customer.spendMinor, 0) >= cut]))
  END AS sensitive
RETURN values, sensitive, count(*) AS people
LIMIT $limit;
