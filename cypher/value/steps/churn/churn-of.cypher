// The probability of churn of a customer with the model that told it, and as of when it looked.
// mode   read
// param  customerId   string
// row    profiled     boolean
// row    probability  float?
// row    scoredAt     datetime?
// row    asOf         datetime?   of the scoring
// row    model        string?     id of the training
// row    card         string?     of the training, JSON
// needs  constraint customer_id
// try    :param customerId => 'C0000001';
MATCH (customer:Customer {id: $customerId})
OPTIONAL MATCH (training:ModelRun {id: customer.churnModel})
OPTIONAL MATCH (scoring:ModelRun {kind: 'churn-score', at: customer.churnScoredAt})
RETURN customer:Profiled AS profiled, customer.churnProbability AS probability, customer.churnScoredAt AS scoredAt,
  min(scoring.asOf) AS asOf, training.id AS model, training.card AS card;
