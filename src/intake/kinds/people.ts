import { CHANNELS, CONSENT_ACTIONS, CONTACT_CHANNELS, PURPOSES } from '../../consent/index.js';
import { LANGUAGES } from '../../kernel/language.js';
import { byHand, customerId, id, KEY, may, must, nodes, PERSONAL, SHARE, TIME, ties } from './model.js';

const file = 'people.ts';

const IDENTITY_KINDS = [
  'PHONE',
  'EMAIL',
  'WECHAT',
  'WEIBO',
  'LINKEDIN',
  'MEMBER_CARD',
  'DEVICE',
  'PAYMENT',
  'ADDRESS',
] as const;

/** All personal fields are sealed as one; ids are kept as they are, and a destroyed key takes no new values. */
export const customers = byHand({
  file,
  about: ['customers', '客户'],
  targets: ['Customer'],
  label: 'Customer',
  lanes: ['id'],
  columns: {
    id: id('id of the customer', '客户编号'),
    name: may('name', '姓名', { ...PERSONAL, ...KEY }),
    phone: may('phone number', '电话', PERSONAL),
    email: may('mail address', '电子邮箱', PERSONAL),
    wechat: may('WeChat id', '微信号', PERSONAL),
    weibo: may('Weibo handle', '微博账号', PERSONAL),
    linkedin: may('LinkedIn handle', '领英账号', PERSONAL),
    address: may('postal address', '地址', PERSONAL),
    birthday: may('day of birth', '生日', { type: 'date', ...PERSONAL }),
    lunarBirthday: may(
      'birthday by the lunar calendar, as 08-15; in a leap month L06-01',
      '农历生日，如 08-15；闰月如 L06-01',
      {
        type: 'lunar',
        ...PERSONAL,
      },
    ),
    gender: may('gender', '性别', { choices: ['female', 'male', 'other'] }),
    city: may('city', '城市'),
    region: may('province or region', '省份或地区'),
    ageBand: may('age band, as 25-34', '年龄段，如 25-34'),
    joinedAt: may('customer since', '成为客户的时间', TIME),
    tier: may('membership tier', '会员等级'),
    source: may('where the customer came from', '客户来源'),
    preferredChannel: may('channel that the customer wants messages by', '客户希望的联系渠道', {
      choices: CONTACT_CHANNELS,
    }),
    language: may('language of messages; Chinese when empty', '消息语言，留空为中文', { choices: LANGUAGES }),
  },
});

/** The ledger is appended to and never changed; what follows from it is the consent area's. */
export const consents = byHand({
  file,
  about: ['consent events', '授权记录'],
  targets: ['ConsentEvent'],
  lanes: ['customerId'],
  columns: {
    id: id('id of the event', '记录编号'),
    customerId: may(
      'who gave or withdrew; a withdrawal may name an address instead',
      '授权或撤回的客户；撤回可改填联系方式',
      {
        names: 'customers',
      },
    ),
    email: may('instead of a customer: everybody with this mail address withdraws', '代替客户：该邮箱的所有客户撤回'),
    phone: may('instead of a customer: everybody with this phone withdraws', '代替客户：该电话的所有客户撤回'),
    purpose: must('what for', '用途', { choices: PURPOSES }),
    channel: may('by which channel; ALL when empty', '渠道，留空为 ALL', { choices: CHANNELS }),
    action: must('what was said', '动作', { choices: CONSENT_ACTIONS }),
    at: must('when', '时间', TIME),
    until: may('holds until', '有效期至', TIME),
    textVersion: may('version of the text that was shown', '所示文本的版本'),
    via: may('where it was said; import when empty', '来源，留空为 import'),
    proof: may('what shows it', '凭证'),
    guardian: may('whether a guardian said it', '是否由监护人作出', { type: 'boolean' }),
  },
});

export const employment = ties(
  'employment',
  { type: 'WORKS_AT', from: 'customerId', to: 'companyId' },
  {
    file,
    about: ['who works where', '任职关系'],
    columns: {
      customerId: customerId('who', '客户'),
      companyId: must('where', '企业', { names: 'companies' }),
      role: may('role', '职位'),
      level: may('level; higher is more senior', '职级，数字越大职级越高', { type: 'integer', min: -100, max: 100 }),
      since: may('since', '入职时间', TIME),
    },
  },
);

export const customerInterests = ties(
  'customer-interests',
  { type: 'INTERESTED_IN', from: 'customerId', to: 'interestId' },
  {
    file,
    about: ['who likes what', '兴趣偏好'],
    columns: {
      customerId: customerId('who', '客户'),
      interestId: must('what', '兴趣', { names: 'interests' }),
      weight: may('how much', '强度', SHARE),
    },
  },
);

/** Kept as keyed hashes that customers share, with the value sealed under the key of each. */
export const identities = byHand({
  file,
  about: ['what identifies customers', '客户标识'],
  targets: ['Identity'],
  key: ['customerId', 'kind', 'value'],
  lanes: ['customerId', 'value'],
  columns: {
    customerId: customerId('whose', '所属客户'),
    kind: must('kind of identity', '标识类型', { choices: IDENTITY_KINDS }),
    value: must('the number, address or handle', '标识内容', PERSONAL),
    since: may('since', '起始时间', TIME),
    source: may('who says so', '来源'),
    verified: may('whether it was checked', '是否已核验', { type: 'boolean' }),
  },
});

export const sourceRecords = nodes('source-records', 'SourceRecord', {
  file,
  about: ['records of single sources', '来源记录'],
  key: ['source', 'id'],
  columns: {
    source: must('the source', '来源', KEY),
    id: id('id in that source', '在该来源中的编号'),
    customerId: customerId('whom it is about', '对应客户', '<FROM_SOURCE'),
    name: may('name in that source', '该来源中的姓名', PERSONAL),
    phone: may('phone number in that source', '该来源中的电话', PERSONAL),
    email: may('mail address in that source', '该来源中的电子邮箱', PERSONAL),
  },
});
