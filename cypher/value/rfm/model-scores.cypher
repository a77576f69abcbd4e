// Customers by their grades in a named RFM model, the biggest spenders of its window first; of one segment or of all.
// mode   read
// param  model        string          id of a named model
// param  segment      string? = null  id such as rfm:champions; null means every one
// param  limit        integer = 100
// row    customerId   customer        unique
// row    recency      integer         1..5, 5 = bought most recently
// row    frequency    integer         1..5
// row    monetary     integer         1..5
// row    level        integer         1..5, the weighted mean
// row    segment      string
// row    daysSince    integer         whole days from the last purchase to the model's last run
// row    orders       integer         purchases in its window
// row    spendMinor   float           in its window, minor units
// row    currency     string
// row    mainSegment  string?         by the main model
// needs  run rfm
// needs  constraint rfm_model_id
// api    rfmModelScores
// titleZh 按指定 RFM 模型评分的客户，窗口内消费最多者在前；可限定分群。
// for    analyst marketer admin service
// try    :param model => 'noodles';
// try    :param segment => null;
// try    :param limit => 20;
MATCH (model:RfmModel {id: $model})<-[score:SCORED_BY]-(customer:Profiled)
WHERE $segment IS NULL OR score.segment = $segment
RETURN customer.id AS customerId, score.recency AS recency, score.frequency AS frequency, score.monetary AS monetary,
       score.level AS level, score.segment AS segment, score.days AS daysSince, score.orders AS orders,
       toFloat(score.spendMinor) AS spendMinor, model.currency AS currency, customer.rfmSegment AS mainSegment
ORDER BY spendMinor DESC, customerId
LIMIT $limit;
