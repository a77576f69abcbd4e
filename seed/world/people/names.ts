/**
 * Names made of a surname and one or two given syllables, each with its pinyin: pseudonyms, no register of persons
 * behind them.
 */
import type { Random } from '../../../src/kernel/random.js';
import { chance, cumulate, pick, pickIndex } from '../dice.js';

export interface Name {
  han: string;
  /** Surname and given name in pinyin, lower case. */
  surname: string;
  given: string;
}

const SURNAMES =
  '王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun 马ma 朱zhu 胡hu 郭guo 何he 林lin 高gao 罗luo 郑zheng 梁liang 谢xie 宋song 唐tang 许xu 韩han 邓deng 冯feng 曹cao 彭peng 曾zeng 萧xiao 田tian 董dong 袁yuan 潘pan 蔡cai 蒋jiang 余yu 于yu 杜du 叶ye 程cheng 魏wei 苏su 吕lv 丁ding 任ren 沈shen 姚yao 卢lu 姜jiang 崔cui 钟zhong 谭tan 陆lu 汪wang 范fan 金jin 石shi 廖liao 贾jia 夏xia 韦wei 傅fu 方fang 白bai 邹zou 孟meng 熊xiong 秦qin 邱qiu 江jiang 尹yin 薛xue 闫yan 段duan 雷lei 侯hou 龙long 史shi 陶tao 黎li 贺he 顾gu 毛mao 郝hao 龚gong 邵shao 万wan 钱qian 严yan 武wu 戴dai 莫mo 孔kong 向xiang 汤tang';
const FEMALE =
  '梓zi 涵han 雨yu 欣xin 怡yi 诗shi 佳jia 琪qi 婷ting 静jing 雪xue 敏min 丽li 娜na 芳fang 燕yan 玲ling 颖ying 慧hui 洁jie 云yun 萍ping 月yue 晴qing 瑶yao 蕾lei 莹ying 薇wei 岚lan 桐tong 悦yue 若ruo 语yu 思si 可ke 心xin 安an 宁ning 然ran 芷zhi';
const MALE =
  '浩hao 宇yu 轩xuan 杰jie 伟wei 强qiang 磊lei 洋yang 勇yong 军jun 涛tao 明ming 超chao 辉hui 鹏peng 斌bin 波bo 凯kai 俊jun 博bo 文wen 子zi 泽ze 睿rui 晨chen 阳yang 天tian 翔xiang 志zhi 成cheng 建jian 国guo 峰feng 林lin 海hai 川chuan 航hang 远yuan 诚cheng 越yue';

const surnames = syllables(SURNAMES);
const given = { female: syllables(FEMALE), male: syllables(MALE) };
// The first surnames of the list are by far the most frequent ones, as in any Chinese town.
const weights = cumulate(surnames.map((_, rank) => 1 / (rank + 3)));

/** A name for a person of `gender`; `surname` keeps the family's. */
export function makeName(random: Random, gender: 'female' | 'male', surname?: Syllable): Name {
  const family = surname ?? (surnames[pickIndex(random, weights)] as Syllable);
  const list = given[gender];
  const parts = chance(random, 0.82) ? [pick(random, list), pick(random, list)] : [pick(random, list)];
  return {
    han: family.han + parts.map((part) => part.han).join(''),
    surname: family.pinyin,
    given: parts.map((part) => part.pinyin).join(''),
  };
}

/** A surname by its frequency, for a household to share. */
export function makeSurname(random: Random): Syllable {
  return surnames[pickIndex(random, weights)] as Syllable;
}

export interface Syllable {
  han: string;
  pinyin: string;
}

function syllables(text: string): Syllable[] {
  return text.split(' ').map((entry) => ({ han: entry.slice(0, 1), pinyin: entry.slice(1) }));
}
