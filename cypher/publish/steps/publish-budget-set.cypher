// Sets a data set's budget, or begins a new version of it: the same questions are then answered with new noise and charged again.
// mode   write
// param  dataSet      string
// param  budgetMicro  integer?   null leaves it
// param  renew        boolean = false
// row    version      integer
// needs  constraint data_set_id
// try    :param dataSet => 'customers';
// try    :param budgetMicro => 3000000;
// try    :param renew => false;
MATCH (set:DataSet {id: $dataSet})
SET set.budgetMicro = coalesce($budgetMicro, set.budgetMicro),
    set.version = set.version + CASE WHEN $renew THEN 1 ELSE 0 END
RETURN set.version AS version;
