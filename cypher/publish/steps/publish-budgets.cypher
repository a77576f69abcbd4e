// What each data set's budget is, what is spent of it, and for how many answers.
// mode   read
// row    dataSet      string    unique
// row    budgetMicro  integer   millionths of epsilon
// row    spentMicro   integer
// row    version      integer
// row    answers      integer   of all versions
MATCH (set:DataSet)
RETURN set.id AS dataSet, set.budgetMicro AS budgetMicro, set.spentMicro AS spentMicro, set.version AS version,
       COUNT { (set)<-[:SPENT_ON]-(:BudgetEntry) } AS answers
ORDER BY dataSet;
