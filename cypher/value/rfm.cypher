// Customers by RFM grade, the biggest spenders of the window first; of one segment or of all.
// mode   read
// param  segment      string?         id such as rfm:champions; null means every RFM segment
// param  limit        integer = 100
// row    customerId   customer        unique
// row    alias        string?
// row    recency      integer         1..5, 5 = bought most recently
// row    frequency    integer         1..5
// row    monetary     integer         1..5
// row    level        integer         1..5, the weighted mean
// row    segment      string
// row    daysSince    integer         whole days from the last purchase to the date of scoring
// row    orders       integer         purchases in the window
// row    spendMinor   float           in the window, minor units
// row    currency     string
// row    lastOrderAt  datetime?
// row    scoredAt     datetime
// needs  run rfm
// api    rfm
// titleZh 按 RFM 评分的客户，窗口内消费最多者在前；可限定分群。
// for    analyst marketer admin service
// try    :param segment => 'rfm:champions';
// try    :param limit => 20;
MATCH (segment:Segment {kind: 'RFM'})<-[:IN_SEGMENT]-(customer:Profiled)
WHERE $segment IS NULL OR segment.id = $segment
WITH customer, segment
ORDER BY customer.rfmSpendMinor DESC, customer.id
LIMIT $limit
RETURN customer.id AS customerId,
       customer.alias AS alias,
       customer.recency AS recency,
       customer.frequency AS frequency,
       customer.monetary AS monetary,
       customer.rfmLevel AS level,
       segment.id AS segment,
       customer.rfmDays AS daysSince,
       customer.rfmOrders AS orders,
       toFloat(customer.rfmSpendMinor) AS spendMinor,
       customer.rfmCurrency AS currency,
       customer.lastOrderAt AS lastOrderAt,
       customer.rfmScoredAt AS scoredAt
ORDER BY spendMinor DESC, customerId;
