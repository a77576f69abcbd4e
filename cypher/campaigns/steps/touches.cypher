// Who a campaign touched, a page in the order of ids: variant, state and times. A touch without a state was imported.
// mode   read
// param  campaignId      string
// param  state           string?
// param  limit           integer
// param  after           string = ''  id of the last touch of the page before
// row    id              string       unique; names the delivery to whoever sends it
// row    customerId      string
// row    variant         string
// row    channel         string?
// row    state           string?
// row    reason          string?      of the contact rule, where it was skipped
// row    problem         string?      of the last try to send it
// row    tries           integer
// row    at              datetime?    of the launch
// row    notBefore       datetime?
// row    sentAt          datetime?
// row    deliveredAt     datetime?
// row    bouncedAt       datetime?
// row    openedAt        datetime?
// row    clickedAt       datetime?
// row    repliedAt       datetime?
// row    unsubscribedAt  datetime?
// needs  index touch_page
// try    :param campaignId => 'M001';
// try    :param state => null;
// try    :param limit => 20;
// try    :param after => '';
MATCH (touch:Touch)
USING INDEX SEEK touch:Touch(campaignId, id) // not that of the ids, which reads those of every campaign
WHERE touch.campaignId = $campaignId AND touch.id > $after AND ($state IS NULL OR touch.state = $state)
WITH touch
ORDER BY touch.campaignId, touch.id // as the index has them: the pages before are never read again
LIMIT $limit
MATCH (touch)-[:OF_VARIANT]->(variant:Variant)
MATCH (touch)<-[:RECEIVED]-(customer:Customer)
RETURN touch.id AS id, customer.id AS customerId, variant.name AS variant, touch.channel AS channel,
  touch.state AS state, touch.reason AS reason, touch.problem AS problem, coalesce(touch.tries, 0) AS tries,
  touch.at AS at, touch.notBefore AS notBefore, touch.sentAt AS sentAt, touch.deliveredAt AS deliveredAt,
  touch.bouncedAt AS bouncedAt, touch.openedAt AS openedAt, touch.clickedAt AS clickedAt,
  touch.repliedAt AS repliedAt, touch.unsubscribedAt AS unsubscribedAt
ORDER BY id;
