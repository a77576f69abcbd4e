// Writes campaigns as their rows say: new ones are made, known ones changed.
// Generated from src/intake/kinds/campaigns.ts by `guanxi generate`: change that, not this.
// mode  write
// param rows list<record>
// .  id         string     id of the campaign
// .  name       string     name
// .  nameZh     string?    Chinese name
// .  purpose    string     what for
// .  channel    string     by which channel
// .  startedAt  datetime?  begin
// .  endedAt    datetime?  end
// .  costMinor  integer?   cost, in minor units of the currency
// .  currency   string?    currency of the cost
// row written  integer
// needs constraint campaign_id
// try   :param rows => [{id: 'x1', name: 'x1', nameZh: 'x1', purpose: 'x1', channel: 'x1', startedAt: datetime('2026-01-01'), endedAt: datetime('2026-01-01'), costMinor: 1, currency: 'x1'}];
UNWIND $rows AS row
MERGE (campaign:Campaign {id: row.id})
SET campaign.name = row.name, campaign.nameZh = row.nameZh, campaign.purpose = row.purpose,
    campaign.channel = row.channel, campaign.startedAt = row.startedAt, campaign.endedAt = row.endedAt,
    campaign.costMinor = row.costMinor, campaign.currency = row.currency
RETURN count(*) AS written;
