// The matrix of RFM: how many customers stand in each cell of recency and of frequency with monetary value, and what they spent.
// mode   read
// param  currency    string? = null   customers graded in it only
// row    recency     integer          1..5, 5 = bought most recently
// row    fm          integer          1..5, frequency and monetary value as one: (F + M + 1) / 2, rounded down
// row    customers   integer
// row    spendMinor  float            in the window, minor units
// row    segments    list<string>     of those in the cell
// row    triples     list<map>        recency, frequency, monetary and customers of each triple of grades in the cell
// needs  run rfm
// api    rfmGrid
// for    analyst marketer admin service
// try    :param currency => null;
MATCH (customer:Profiled)
WHERE customer.rfmSegment IS NOT NULL AND ($currency IS NULL OR customer.rfmCurrency = $currency)
WITH customer.recency AS recency, customer.frequency AS frequency, customer.monetary AS monetary, count(customer) AS customers,
     sum(customer.rfmSpendMinor) AS spend, collect(DISTINCT customer.rfmSegment) AS segments
ORDER BY recency DESC, frequency DESC, monetary DESC
WITH recency, (frequency + monetary + 1) / 2 AS fm, sum(customers) AS customers, sum(spend) AS spend, collect(segments) AS found,
     collect({recency: recency, frequency: frequency, monetary: monetary, customers: customers}) AS triples
RETURN recency, fm, customers, toFloat(spend) AS spendMinor,
       COLLECT { UNWIND found AS some UNWIND some AS segment RETURN DISTINCT segment ORDER BY segment } AS segments, triples
ORDER BY recency DESC, fm DESC;
