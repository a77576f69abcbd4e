// What the graph holds of these campaigns; those it does not know are left out.
// Generated from src/intake/kinds/campaigns.ts by `guanxi generate`: change that, not this.
// mode  read
// param rows list<record>
// .  id  string  id of the campaign
// row id         string     unique
// row name       string?
// row nameZh     string?
// row purpose    string?
// row channel    string?
// row startedAt  datetime?
// row endedAt    datetime?
// row costMinor  integer?
// row currency   string?
// needs constraint campaign_id
// try   :param rows => [{id: 'x1'}];
UNWIND $rows AS row
MATCH (campaign:Campaign {id: row.id})
RETURN campaign.id AS id, campaign.name AS name, campaign.nameZh AS nameZh, campaign.purpose AS purpose,
       campaign.channel AS channel, campaign.startedAt AS startedAt, campaign.endedAt AS endedAt,
       campaign.costMinor AS costMinor, campaign.currency AS currency;
