/** The canonical files and their columns, as `guanxi import` knows them by name. */
export const COLUMNS = {
  'customers.csv':
    'id,name,phone,email,wechat,weibo,linkedin,address,birthday,gender,city,region,ageBand,joinedAt,tier,source',
  'companies.csv': 'id,name,nameZh,industry,city',
  'employment.csv': 'customerId,companyId,role,level,since',
  'interests.csv': 'id,name,nameZh',
  'customer-interests.csv': 'customerId,interestId,weight',
  'categories.csv': 'id,name,nameZh',
  'products.csv': 'id,name,nameZh,categoryId,priceMinor,currency',
  'stores.csv': 'id,name,nameZh,city,kind',
  'ties.csv':
    'fromId,toId,kind,closeness,since,lastSeen,source,confidence,interactions,role,interest,platform,code,campaign,status,at',
  'orders.csv': 'id,customerId,at,amount,currency,channel,storeId,refundedAt',
  'order-lines.csv': 'orderId,productId,quantity,price',
  'posts.csv': 'id,customerId,at,text,language,kind,replyTo,rating,productId,storeId',
  'reactions.csv': 'customerId,postId,kind,at',
  'identities.csv': 'customerId,kind,value,since,source,verified',
  'source-records.csv': 'source,id,customerId,name,phone,email',
  'events.csv': 'source,id,customerId,type,at,payload',
  'consents.csv': 'id,customerId,purpose,channel,action,at,until,textVersion,via,proof',
  'campaigns.csv': 'id,name,nameZh,purpose,channel,startedAt,endedAt,costMinor,currency',
  'touches.csv': 'id,campaignId,customerId,variant,at,channel',
  'conversions.csv': 'id,touchId,customerId,orderId,at,valueMinor',
  'rewards.csv': 'id,customerId,referredId,at,amountMinor,currency',
} as const;

/** What comes by other ways than an import: JSON, an object a line. */
export const LINES = { receipts: 'receipts.jsonl', redemptions: 'redemptions.jsonl' } as const;

export type FileName = keyof typeof COLUMNS;
