// How many customers each RFM segment holds, and what they spent in the window.
// mode   read
// row    id          string      unique
// row    name        string
// row    nameZh      string
// row    customers   integer
// row    orders      integer     purchases in the window
// row    spendMinor  float       in the window, minor units
// row    currency    string?     of the spend; customers graded in another are counted without theirs
// row    asOf        datetime    end of the window, exclusive
// row    since       datetime    start of the window
// row    method      string      type7 or rpackage
// row    scoredAt    datetime
// needs  run rfm
// api    rfmSegments
// titleZh 各 RFM 分群有多少客户，窗口内消费多少。
// for    analyst marketer admin service
MATCH (segment:Segment {kind: 'RFM'})
WHERE segment.archivedAt IS NULL
OPTIONAL MATCH (segment)<-[:IN_SEGMENT]-(customer:Profiled)
WITH segment, count(customer) AS customers, sum(customer.rfmOrders) AS orders,
     sum(CASE WHEN customer.rfmCurrency = segment.currency THEN customer.rfmSpendMinor ELSE 0 END) AS spend
ORDER BY segment.position
RETURN segment.id AS id,
       segment.name AS name,
       segment.nameZh AS nameZh,
       customers,
       orders,
       toFloat(spend) AS spendMinor,
       segment.currency AS currency,
       segment.asOf AS asOf,
       segment.since AS since,
       segment.method AS method,
       segment.scoredAt AS scoredAt;
