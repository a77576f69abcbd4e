import { file } from './world.js';

const people = 'id,name,phone,city\nc1,Li Made-Up,13800000001,Shanghai\nc2,Wu Made-Up,13800000002,Suzhou\nc3,,,\n';
/** Three customers, the last of whom nothing is known. */
export const customers = () => file('customers.csv', people);

/** One file of each kind, with a row or two, in an order that suits nobody: what a row names comes in a later file. */
export const smallNetwork = (): string[] => [
  file('order-lines.csv', 'orderId,productId,quantity,price\no1,p1,2,7.48\n'),
  file(
    'orders.csv',
    'id,customerId,at,amount,currency,storeId\no1,c1,2026-01-02T10:00:00Z,14.96,CNY,s1\no2,c1,2026-02-02T10:00:00Z,0.1,CNY,\n',
  ),
  file(
    'ties.csv',
    'fromId,toId,kind,closeness,since,role\nc2,c1,FAMILY_OF,0.5,2020-01-01,spouse\nc1,c2,REFERRED,0.5,2019-01-01,\n',
  ),
  file('products.csv', 'id,name,categoryId\np1,Noodles,g1\n'),
  file('categories.csv', 'id,name\ng1,Food\n'),
  file('stores.csv', 'id,name\ns1,Shop\n'),
  file('posts.csv', 'id,customerId,text,replyTo,productId\nt2,c2,an answer,t1,\nt1,c1,a question,,p1\n'),
  file('reactions.csv', 'customerId,postId,kind,at\nc2,t1,LIKED,\nc2,t1,SHARED,2026-01-01\n'),
  file('identities.csv', 'customerId,kind,value\nc1,PHONE,138 0000 0001\nc2,PHONE,+8613800000001\n'),
  file('source-records.csv', 'source,id,customerId,name\npos,7,c1,Li M\n'),
  file('events.csv', 'source,id,customerId,type,at,payload\napp,1,c1,login,2026-01-01,"{""a"": 1}"\n'),
  file('companies.csv', 'id,name\nb1,Works\n'),
  file('employment.csv', 'customerId,companyId,role,level\nc1,b1,chef,2\n'),
  file('interests.csv', 'id,name\ni1,Tea\n'),
  file('customer-interests.csv', 'customerId,interestId,weight\nc1,i1,0.5\n'),
  file('campaigns.csv', 'id,name,purpose,channel\nm1,Spring,marketing,SMS\n'),
  file('touches.csv', 'id,campaignId,customerId,variant,at\nh1,m1,c1,B,2026-01-01\n'),
  file('conversions.csv', 'id,touchId,customerId,orderId,at,valueMinor\nv1,h1,c1,o1,2026-01-02,1496\n'),
  file('rewards.csv', 'id,customerId,referredId,at,amountMinor,currency\nw1,c1,c2,2026-01-03,2000,CNY\n'),
  file('consents.csv', 'id,customerId,purpose,channel,action,at\ne1,c1,profiling,ALL,GIVEN,2026-01-01\n'),
  customers(),
];
