// Saves a journey, paused when it is new; a changed definition is a new version, which who begins from now on goes through. What a version sends
// is a campaign for each of its messages. The same again changes nothing; one that was archived comes back.
// mode   write
// param  id           string
// param  name         string
// param  nameZh       string
// param  purpose      string
// param  definition   string        as it was given, JSON
// param  trigger      string        its type
// param  messages     list<record>
// .      step         string
// .      channel      string        the first that is tried
// .      channels     list<string>  all, in the order in which they are tried
// .      subject      string?
// .      text         string
// .      html         string?
// .      subjectZh    string?
// .      textZh       string?
// .      htmlZh       string?
// param  by           string        subject of the token
// param  at           datetime
// row    version      integer
// row    changed      boolean
// needs  constraint journey_id
// try    :param id => 'j';
// try    :param name => 'n';
// try    :param nameZh => 'n';
// try    :param purpose => 'marketing';
// try    :param definition => '{}';
// try    :param trigger => 'birthday';
// try    :param messages => [];
// try    :param by => 'me';
// try    :param at => datetime();
MERGE (journey:Journey {id: $id})
  ON CREATE SET journey.createdAt = $at, journey.createdBy = $by, journey.status = 'PAUSED', journey.version = 0
SET journey.asked = null // locks it
WITH journey, coalesce(journey.definition <> $definition, true) AS changed
SET journey.name = $name, journey.nameZh = $nameZh, journey.purpose = $purpose, journey.trigger = $trigger,
    journey.definition = $definition, journey.version = journey.version + CASE WHEN changed THEN 1 ELSE 0 END,
    journey.status = CASE journey.status WHEN 'ARCHIVED' THEN 'PAUSED' ELSE journey.status END
FOREACH (_ IN CASE WHEN changed THEN [1] ELSE [] END |
  MERGE (version:JourneyVersion {id: $id + '@' + toString(journey.version)})
    ON CREATE SET version.number = journey.version, version.definition = $definition, version.at = $at, version.by = $by
  MERGE (journey)-[:HAS_VERSION]->(version)
  FOREACH (message IN $messages |
    MERGE (campaign:Campaign {id: 'journey@' + version.id + '@' + message.step})
      ON CREATE SET campaign.name = $name + ' · ' + message.step, campaign.purpose = $purpose, campaign.channel = message.channel,
        campaign.channels = message.channels,
        campaign.kind = 'JOURNEY', campaign.startsAt = $at, campaign.startedAt = $at, campaign.createdAt = $at, campaign.createdBy = $by,
        campaign.status = CASE journey.status WHEN 'RUNNING' THEN 'LAUNCHED' ELSE 'PAUSED' END
    MERGE (variant:Variant {id: campaign.id + '|A'})
      ON CREATE SET variant.name = 'A', variant.share = 1.0, variant.position = 1, variant.subject = message.subject,
        variant.text = message.text, variant.html = message.html, variant.subjectZh = message.subjectZh, variant.textZh = message.textZh,
        variant.htmlZh = message.htmlZh
    MERGE (campaign)-[:HAS_VARIANT]->(variant)
    MERGE (version)-[:SENDS {step: message.step}]->(campaign)))
RETURN journey.version AS version, changed;
