// The purposes a customer can consent to, in plain words of the first version.
// mode schema
MERGE (purpose:Purpose {id: 'profiling'})
  ON CREATE SET purpose.version = '1',
    purpose.text = 'We look at how you buy and whom you know to see which offers may suit you.',
    purpose.textZh = '我们会分析您的消费与社交关系，以便了解哪些优惠适合您。';
MERGE (purpose:Purpose {id: 'marketing'})
  ON CREATE SET purpose.version = '1',
    purpose.text = 'We send you offers on the channels you choose.',
    purpose.textZh = '我们会通过您选择的渠道向您发送优惠信息。';
MERGE (purpose:Purpose {id: 'referral'})
  ON CREATE SET purpose.version = '1',
    purpose.text = 'We may ask you to recommend us to people you know.',
    purpose.textZh = '我们可能会邀请您向认识的人推荐我们。';
MERGE (purpose:Purpose {id: 'research'})
  ON CREATE SET purpose.version = '1',
    purpose.text = 'We invite you to surveys about our products.',
    purpose.textZh = '我们会邀请您参加有关我们产品的调查。';
