// What is to be sent of a batch that was claimed, with the texts of its variant and what they may say of the person.
// mode   read
// param  ids         list<string>
// param  holder      string
// row    id          string    unique
// row    customerId  string
// row    campaignId  string
// row    alias       string?
// row    city        string?
// row    tier        string?
// row    language    string?   zh or en, as the customer chose
// row    channel     string
// row    channels    list<string>  of the campaign, in the order in which they are tried for the customer
// row    tries       integer   with this one
// row    subject     string?
// row    text        string
// row    html        string?
// row    subjectZh   string?
// row    textZh      string?
// row    htmlZh      string?
// needs  constraint touch_id
// try    :param ids => ['M001-C0000001'];
// try    :param holder => 'h';
UNWIND $ids AS id
MATCH (customer:Customer)-[:RECEIVED]->(touch:Touch {id: id})-[:OF_VARIANT]->(variant:Variant)
  <-[:HAS_VARIANT]-(campaign:Campaign)
WHERE touch.holder = $holder AND touch.state = 'SENDING'
WITH customer, touch, variant, campaign, coalesce(campaign.channels, [campaign.channel]) AS channels
RETURN touch.id AS id, customer.id AS customerId, campaign.id AS campaignId, customer.alias AS alias,
  customer.city AS city, customer.tier AS tier, customer.language AS language, touch.channel AS channel,
  [one IN channels WHERE one = customer.preferredChannel] + [one IN channels WHERE one <> coalesce(customer.preferredChannel, '')]
    AS channels, touch.tries AS tries, variant.subject AS subject,
  variant.text AS text, variant.html AS html, variant.subjectZh AS subjectZh, variant.textZh AS textZh, variant.htmlZh AS htmlZh
ORDER BY id;
