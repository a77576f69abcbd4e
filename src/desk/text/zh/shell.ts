import type { Dictionary } from '../en.js';

/** 页面导航，以及每个结果旁的说明。 */
export const shell: Pick<Dictionary, 'ways' | 'fresh' | 'closed'> = {
  ways: {
    label: '视图',
    overview: '总览',
    influence: '影响力',
    communities: '社群',
    referral: '推荐',
    companies: '企业',
    fraud: '反欺诈',
    spread: '传播',
    segments: '分群',
    value: '价值',
    campaigns: '活动',
    journeys: '旅程',
    experiments: '实验',
    attribution: '归因',
    programme: '推荐计划',
  },
  fresh: {
    analysed: (age) => `分析于${age}`,
    nothing: '此后无变化',
    changed: (what) => `已过时：此后有${what}发生变化`,
    ties: (count) => `${count} 对联系`,
    consents: (count) => `${count} 位客户的同意状态`,
    old: '已超过两天',
    running: '新一轮分析正在进行',
    never: '尚未分析',
  },
  closed: {
    what: '您的角色无法查看此内容。',
    open: (roles) => `可查看的角色：${roles}。`,
    fix: '请向管理员申请其他角色的令牌。',
  },
};
