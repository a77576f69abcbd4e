// The RFM segments themselves, with what the run scored by.
// mode   write
// param  rows          list<record>
// .  id           string
// .  name         string
// .  nameZh       string
// .  position     integer    in which they are shown, from 1
// param  at            datetime   when the run began
// param  since         datetime   start of the window
// param  asOf          datetime   its end, exclusive
// param  currency      string?    null when nobody bought
// param  method        string     type7 or rpackage
// row    saved         integer
// needs  constraint segment_id
// try    :param rows => [{id: 'rfm:champions', name: 'Champions', nameZh: '重要价值', position: 1}];
// try    :param at => datetime();
// try    :param since => datetime('2025-01-01');
// try    :param asOf => datetime('2026-01-01');
// try    :param currency => 'CNY';
// try    :param method => 'type7';
UNWIND $rows AS row
MERGE (segment:Segment {id: row.id})
SET segment.kind = 'RFM',
    segment.name = row.name,
    segment.nameZh = row.nameZh,
    segment.position = row.position,
    segment.scoredAt = $at,
    segment.since = $since,
    segment.asOf = $asOf,
    segment.currency = $currency,
    segment.method = $method
REMOVE segment.archivedAt
RETURN count(segment) AS saved;
