// Takes the lock of a data set's budget until the transaction ends, and tells what is left of it.
// mode   write
// param  dataSet      string
// param  budgetMicro  integer    what it begins with, in millionths of epsilon
// param  now          datetime
// row    budgetMicro  integer
// row    spentMicro   integer
// row    version      integer
// needs  constraint data_set_id
// try    :param dataSet => 'customers';
// try    :param budgetMicro => 2000000;
// try    :param now => datetime();
MERGE (set:DataSet {id: $dataSet})
  ON CREATE SET set.budgetMicro = $budgetMicro, set.spentMicro = 0, set.version = 1, set.since = $now
SET set.asked = null // locks it
RETURN set.budgetMicro AS budgetMicro, set.spentMicro AS spentMicro, set.version AS version;
