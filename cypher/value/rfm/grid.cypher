// The matrix of RFM: how many customers stand in each cell of recency and of frequency with monetary value, and what they spent.
// mode   read
// param  currency    string? = null   customers graded in it only; null for everybody, with what is spent in the currency of most
// row    recency     integer          1..5, 5 = bought most recently
// row    fm          integer          1..5, frequency and monetary value as one: (F + M + 1) / 2, rounded down
// row    customers   integer
// row    spendMinor  float            in the window, minor units
// row    spendCurrency  string?       of the spend
// row    segments    list<string>     of those in the cell
// row    triples     list<map>        recency, frequency, monetary and customers of each triple of grades in the cell
// needs  run rfm
// api    rfmGrid
// titleZh RFM 矩阵：最近消费与“频次×金额”各格的客户数与消费额。
// for    analyst marketer admin service
// try    :param currency => null;
CALL () {
  OPTIONAL MATCH (graded:Profiled)
  WHERE graded.rfmSegment IS NOT NULL AND $currency IS NULL
  RETURN coalesce($currency, graded.rfmCurrency) AS spendCurrency, count(*) AS most
  ORDER BY most DESC, spendCurrency
  LIMIT 1
}
MATCH (customer:Profiled)
WHERE customer.rfmSegment IS NOT NULL AND ($currency IS NULL OR customer.rfmCurrency = $currency)
WITH spendCurrency, customer.recency AS recency, customer.frequency AS frequency, customer.monetary AS monetary, count(customer) AS customers,
     sum(CASE WHEN customer.rfmCurrency = spendCurrency THEN customer.rfmSpendMinor ELSE 0 END) AS spend, collect(DISTINCT customer.rfmSegment) AS segments
ORDER BY recency DESC, frequency DESC, monetary DESC
WITH spendCurrency, recency, (frequency + monetary + 1) / 2 AS fm, sum(customers) AS customers, sum(spend) AS spend, collect(segments) AS found,
     collect({recency: recency, frequency: frequency, monetary: monetary, customers: customers}) AS triples
RETURN recency, fm, customers, toFloat(spend) AS spendMinor, spendCurrency,
       COLLECT { UNWIND found AS some UNWIND some AS segment RETURN DISTINCT segment ORDER BY segment } AS segments, triples
ORDER BY recency DESC, fm DESC;
