// How many people who consent to the purpose have each value of a column, of those chosen by others. True numbers: noise is added before they leave.
// mode   read
// param  purposeId  string
// param  now        datetime
// param  filters    list<record>  all must hold
// .  column  string               ageBand, city, region, gender, tier, joinedYear, or a score published=counted
// .  values  list<string>         one of these; (unknown) is a missing one
// param  by         string?       the column; null counts all together
// row    value      string?
// row    people     integer
// needs  constraint purpose_id
// try    :param purposeId => 'research';
// try    :param now => datetime();
// try    :param filters => [{column: 'gender', values: ['female']}];
// try    :param by => 'ageBand';
MATCH (purpose:Purpose {id: $purposeId})<-[consent:CONSENTS_TO]-(customer:Customer)
WHERE (consent.until IS NULL OR consent.until > $now)
WITH DISTINCT customer
WITH customer {
  .ageBand, .city, .region, .gender, .tier, joinedYear: toString(customer.joinedAt.year),
  // each property published=counted: <<.{property}>>
  .rfmSegment
  // each end
} AS facts
WHERE all(filter IN $filters WHERE coalesce(facts[filter.column], '(unknown)') IN filter.values)
RETURN facts[$by] AS value, count(*) AS people
ORDER BY value;
