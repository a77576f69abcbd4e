// Whether an id that a caller hands in as the last of the page before is one of what is paged: any customer, a touch of a
// campaign, a run of a journey, or an entry of the audit by its number.
// mode   read
// param  kind   string          CUSTOMER, TOUCH, RUN or ENTRY
// param  of     string? = null  id of the campaign or journey
// param  after  string          the id
// row    known  boolean
// try    :param kind => 'TOUCH';
// try    :param of => 'M001';
// try    :param after => 'M001-C0000001';
RETURN CASE $kind
  WHEN 'CUSTOMER' THEN EXISTS { (:Customer {id: $after}) }
  WHEN 'TOUCH' THEN EXISTS { (:Campaign {id: $of})-[:HAS_VARIANT]->(:Variant)<-[:OF_VARIANT]-(:Touch {id: $after}) }
  WHEN 'ENTRY' THEN EXISTS { (:AuditEntry {seq: toIntegerOrNull($after)}) }
  ELSE EXISTS { (:JourneyRun {id: $after, journey: $of}) }
END AS known;
