// The purposes a customer can consent to, with their first texts in plain words.
// mode schema
UNWIND [
  {id: 'profiling',
    text: 'We look at how you buy and whom you know to see which offers may suit you.',
    textZh: '我们会分析您的消费与社交关系，以便了解哪些优惠适合您。'},
  {id: 'marketing',
    text: 'We send you offers on the channels you choose.',
    textZh: '我们会通过您选择的渠道向您发送优惠信息。'},
  {id: 'referral',
    text: 'We may ask you to recommend us to people you know.',
    textZh: '我们可能会邀请您向认识的人推荐我们。'},
  {id: 'research',
    text: 'We invite you to surveys about our products.',
    textZh: '我们会邀请您参加有关我们产品的调查。'},
  {id: 'service',
    text: 'We use your data to serve you: orders, deliveries, returns and your questions.',
    textZh: '我们使用您的信息为您提供服务：订单、配送、退换货以及解答您的问题。'},
  {id: 'personalisation',
    text: 'We choose what we show you by what may suit you. Without it you see the same as everybody.',
    textZh: '我们根据可能适合您的内容进行个性化展示。不同意时，您将看到与所有人相同的内容。'},
  {id: 'platform_import',
    text: 'We take over what you let other platforms, like WeChat or Weibo, tell us about you.',
    textZh: '我们会接收您授权微信、微博等其他平台向我们提供的您的信息。'},
  {id: 'sharing',
    text: 'We pass your data on to the partners that are named when we ask you.',
    textZh: '我们会将您的信息提供给征求同意时列明的合作伙伴。'}
] AS row
MERGE (purpose:Purpose {id: row.id})
  ON CREATE SET purpose.version = '1', purpose.textNumber = 1, purpose.legalBasis = 'CONSENT',
    purpose.text = row.text, purpose.textZh = row.textZh
MERGE (text:PurposeText {id: row.id + '|1'})
  ON CREATE SET text.purposeId = row.id, text.version = '1', text.number = 1, text.text = row.text, text.textZh = row.textZh,
    text.askAgain = false, text.since = datetime('1970-01-01')
MERGE (purpose)-[:HAS_TEXT]->(text);
