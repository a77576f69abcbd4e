// Of claimed touches those that this server still holds, of a campaign that still runs: what was paused meanwhile is not sent.
// mode   read
// param  ids      list<string>
// param  holder   string
// param  until    datetime      before which the claim must not run out
// row    id       string    unique
// needs  constraint touch_id
// try    :param ids => ['M001-C0000001'];
// try    :param holder => 'h';
// try    :param until => datetime();
UNWIND $ids AS id
MATCH (touch:Touch {id: id})-[:OF_VARIANT]->(:Variant)<-[:HAS_VARIANT]-(campaign:Campaign)
WHERE touch.holder = $holder AND touch.state = 'SENDING' AND touch.dueAt > $until AND campaign.status = 'LAUNCHED'
RETURN id
ORDER BY id;
