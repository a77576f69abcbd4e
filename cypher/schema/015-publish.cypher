// What is published by budget: one node per data set with its epsilon, one per answer that was paid for.
// mode schema
CREATE CONSTRAINT data_set_id IF NOT EXISTS FOR (n:DataSet) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT budget_entry_id IF NOT EXISTS FOR (n:BudgetEntry) REQUIRE n.id IS UNIQUE;
