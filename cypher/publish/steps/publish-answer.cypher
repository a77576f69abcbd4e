// The noisy answer that was given before, if it was.
// mode  read
// param id      string
// row   answer  string
// needs constraint budget_entry_id
// try   :param id => 'e1';
MATCH (entry:BudgetEntry {id: $id})
RETURN entry.answer AS answer;
