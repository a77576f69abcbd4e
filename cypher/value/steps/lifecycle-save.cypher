// Moves customers to another stage of their lifecycle. Repeating it moves nobody again.
// mode   write
// param  rows                list<record>
// .      customerId          string
// .      stage               string        new, growth, stable, decline or dormant
// .      history             list<string>  every move with this one: stage, a bar, ISO date
// param  now                 datetime
// row    moved               integer
// needs  constraint customer_id
// try    :param rows => [{customerId: 'C0000001', stage: 'growth', history: ['new|2026-01-01', 'growth|2026-06-01']}];
// try    :param now => datetime();
UNWIND $rows AS row
MATCH (customer:Customer:Profiled {id: row.customerId})
WHERE customer.lifecycle IS NULL OR customer.lifecycle <> row.stage
SET customer.lifecycle = row.stage, customer.lifecycleHistory = row.history, customer.lifecycleAt = $now
RETURN count(customer) AS moved;
