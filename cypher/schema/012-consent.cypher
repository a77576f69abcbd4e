// Purposes with all their texts, consents that are to be asked again, grounds other than consent, and quiet hours.
// mode schema
CREATE CONSTRAINT purpose_text_id IF NOT EXISTS FOR (n:PurposeText) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT standing_event_id IF NOT EXISTS FOR (n:StandingEvent) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT contact_settings_id IF NOT EXISTS FOR (n:ContactSettings) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT ask_again_key IF NOT EXISTS FOR ()-[r:ASK_AGAIN]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT rests_on_key IF NOT EXISTS FOR ()-[r:RESTS_ON]-() REQUIRE r.key IS UNIQUE;
MERGE (purpose:Purpose {id: 'service'})
  ON CREATE SET purpose.version = '1',
    purpose.text = 'We use your data to serve you: orders, deliveries, returns and your questions.',
    purpose.textZh = '我们使用您的信息为您提供服务：订单、配送、退换货以及解答您的问题。';
MERGE (purpose:Purpose {id: 'personalisation'})
  ON CREATE SET purpose.version = '1',
    purpose.text = 'We choose what we show you by what may suit you. Without it you see the same as everybody.',
    purpose.textZh = '我们根据可能适合您的内容进行个性化展示。不同意时，您将看到与所有人相同的内容。';
MERGE (purpose:Purpose {id: 'platform_import'})
  ON CREATE SET purpose.version = '1',
    purpose.text = 'We take over what you let other platforms, like WeChat or Weibo, tell us about you.',
    purpose.textZh = '我们会接收您授权微信、微博等其他平台向我们提供的您的信息。';
MERGE (purpose:Purpose {id: 'sharing'})
  ON CREATE SET purpose.version = '1',
    purpose.text = 'We pass your data on to the partners that are named when we ask you.',
    purpose.textZh = '我们会将您的信息提供给征求同意时列明的合作伙伴。';
MATCH (purpose:Purpose)
SET purpose.textNumber = coalesce(purpose.textNumber, 1), purpose.legalBasis = coalesce(purpose.legalBasis, 'CONSENT')
MERGE (text:PurposeText {id: purpose.id + '|' + coalesce(purpose.version, '1')})
  ON CREATE SET text.purposeId = purpose.id, text.version = coalesce(purpose.version, '1'), text.number = 1,
    text.text = purpose.text, text.textZh = purpose.textZh, text.askAgain = false, text.since = datetime('1970-01-01')
MERGE (purpose)-[:HAS_TEXT]->(text);
