// Makes a campaign with its variants as a draft. The same id again changes nothing; the fingerprint tells whether it meant the same.
// mode   write
// param  id           string
// param  settings     record
// .  name              string
// .  nameZh            string?
// .  purpose           string
// .  channel           string        the first that is tried
// .  channels          list<string>  all, in the order in which they are tried
// .  segment           string?
// .  community         string?
// .  excludeSegments   list<string>
// .  excludeCampaigns  list<string>
// .  priority          integer       1..10
// .  startsAt          datetime      earliest launch
// .  scheduled         boolean       launched by itself then, once approved
// .  costMinor         integer?      of the whole campaign, minor units
// .  budgetMinor       integer?
// .  currency          string?
// param  customers    list<string>  whom it names; empty where it takes a segment or community
// param  fingerprint  string        hash of what was asked for
// param  createdBy    string        subject of the token
// param  now          datetime
// param  rows         list<record>
// .  id         string   campaign|variant
// .  name       string
// .  share      float    of the audience, 0..1
// .  position   integer  from 1
// .  subject    string?  template
// .  text       string?  template; null where another system sends
// .  html       string?
// .  subjectZh  string?
// .  textZh     string?
// .  htmlZh     string?
// row    created      boolean
// row    fingerprint  string?       of the campaign as it stands; null for one that was imported
// row    status       string?
// row    named        list<string>  of the customers whom it names, those who are known
// needs  constraint campaign_id
// try    :param id => 'k1';
// try    :param settings => ({name: 'Spring', purpose: 'marketing', channel: 'SMS', channels: ['SMS'], segment: 'all', excludeSegments: [], excludeCampaigns: [], priority: 5, startsAt: datetime(), scheduled: false});
// try    :param customers => [];
// try    :param fingerprint => 'f';
// try    :param createdBy => 'me';
// try    :param now => datetime();
// try    :param rows => [{id: 'k1|A', name: 'A', share: 1.0, position: 1}];
OPTIONAL MATCH (known:Campaign {id: $id})
WITH known IS NULL AS fresh
MERGE (campaign:Campaign {id: $id})
  ON CREATE SET campaign += $settings, campaign.fingerprint = $fingerprint, campaign.createdBy = $createdBy,
    campaign.createdAt = $now, campaign.status = 'DRAFT'
WITH campaign, fresh AND campaign.fingerprint = $fingerprint AS created
FOREACH (row IN CASE WHEN created THEN $rows ELSE [] END |
  MERGE (variant:Variant {id: row.id})
    ON CREATE SET variant += row
  MERGE (campaign)-[:HAS_VARIANT]->(variant))
WITH campaign, created
CALL (campaign, created) {
  UNWIND CASE WHEN created THEN $customers ELSE [] END AS customerId
  MATCH (customer:Customer {id: customerId})
  MERGE (campaign)-[:TARGETS]->(customer)
  RETURN collect(customerId) AS named
}
RETURN created, campaign.fingerprint AS fingerprint, campaign.status AS status, named;
