// Makes a campaign with its variants as a draft. The same id again changes nothing; the fingerprint tells whether it meant the same.
// mode   write
// param  id           string
// param  name         string
// param  purposeId    string
// param  channel      string
// param  segmentId    string
// param  startsAt     datetime      earliest launch
// param  costMinor    integer?      of the whole campaign, minor units
// param  budgetMinor  integer?
// param  currency     string?
// param  fingerprint  string        hash of what was asked for
// param  createdBy    string        subject of the token
// param  now          datetime
// param  rows         list<record>
// .  id        string   campaign|variant
// .  name      string
// .  share     float    of the audience, 0..1
// .  position  integer  from 1
// .  subject   string?  template
// .  text      string?  template; null where another system sends
// row    created      boolean
// row    fingerprint  string?       of the campaign as it stands; null for one that was imported
// row    status       string?
// needs  constraint campaign_id
// try    :params {id: 'k1', name: 'Spring', purposeId: 'marketing', channel: 'SMS', segmentId: 'all', startsAt: datetime(), fingerprint: 'f', createdBy: 'me', now: datetime(), rows: [{id: 'k1|A', name: 'A', share: 1.0, position: 1}]}
OPTIONAL MATCH (known:Campaign {id: $id})
WITH known IS NULL AS fresh
MERGE (campaign:Campaign {id: $id})
  ON CREATE SET campaign.name = $name, campaign.purpose = $purposeId, campaign.channel = $channel,
    campaign.segment = $segmentId, campaign.startsAt = $startsAt, campaign.costMinor = $costMinor,
    campaign.budgetMinor = $budgetMinor, campaign.currency = $currency, campaign.fingerprint = $fingerprint,
    campaign.createdBy = $createdBy, campaign.createdAt = $now, campaign.status = 'DRAFT'
WITH campaign, fresh AND campaign.fingerprint = $fingerprint AS created
FOREACH (row IN CASE WHEN created THEN $rows ELSE [] END |
  MERGE (variant:Variant {id: row.id})
    ON CREATE SET variant.name = row.name, variant.share = row.share, variant.position = row.position,
      variant.subject = row.subject, variant.text = row.text
  MERGE (campaign)-[:HAS_VARIANT]->(variant))
RETURN created, campaign.fingerprint AS fingerprint, campaign.status AS status;
