// Writes campaigns as they are in a file: new ones made, known ones changed.
// mode  write
// param rows list<record>
// .  id         string
// .  name       string
// .  purpose    string
// .  channel    string
// .  startedAt  datetime?
// .  endedAt    datetime?
// .  costMinor  integer?
// .  currency   string?
// row   written  integer
// needs constraint campaign_id
// try   :params {rows: [{id: 'x1', name: 'x1', purpose: 'x1', channel: 'x1', startedAt: datetime('2026-01-01'), endedAt: datetime('2026-01-01'), costMinor: 1, currency: 'x'}]}
UNWIND $rows AS row
MERGE (campaign:Campaign {id: row.id})
SET campaign.name = row.name, campaign.purpose = row.purpose, campaign.channel = row.channel,
    campaign.startedAt = row.startedAt, campaign.endedAt = row.endedAt, campaign.costMinor = row.costMinor,
    campaign.currency = row.currency
RETURN count(*) AS written;
