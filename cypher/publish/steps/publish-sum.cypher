// Spending or orders added up over people who consent to the purpose, each person's cut to the bounds. A true number: noise is added before it leaves.
// mode   read
// param  purposeId  string
// param  now        datetime
// param  filters    list<record>  all must hold
// .  column  string               ageBand, city, region, gender, tier, joinedYear, or a score published=counted
// .  values  list<string>         one of these; (unknown) is a missing one
// param  of         string        spendMinor or orders
// param  currency   string       of what is spent; who buys in another adds nothing
// param  lower      integer
// param  upper      integer
// row    total      integer
// needs  constraint purpose_id
// try    :param purposeId => 'research';
// try    :param now => datetime();
// try    :param filters => [];
// try    :param of => 'spendMinor';
// try    :param currency => 'CNY';
// try    :param lower => 0;
// try    :param upper => 1000000;
MATCH (purpose:Purpose {id: $purposeId})<-[consent:CONSENTS_TO]-(customer:Customer)
WHERE (consent.until IS NULL OR consent.until > $now)
WITH DISTINCT customer
WITH customer {
  .ageBand, .city, .region, .gender, .tier, joinedYear: toString(customer.joinedAt.year),
  // each property published=counted: <<.{property}>>
  .rfmSegment
  // each end
} AS facts,
     CASE WHEN $of = 'orders' THEN customer.orders WHEN customer.currency = $currency THEN customer.spendMinor END AS amount
WHERE amount IS NOT NULL AND all(filter IN $filters WHERE coalesce(facts[filter.column], '(unknown)') IN filter.values)
RETURN sum(CASE WHEN amount < $lower THEN $lower WHEN amount > $upper THEN $upper ELSE amount END) AS total;
