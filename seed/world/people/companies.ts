/** Employers of a community's members, with the chain of who reports to whom. */

import type { Random } from '../../../src/kernel/random.js';
import { INDUSTRIES } from '../../../src/kernel/vocabulary.js';
import { int, pick, sample } from '../dice.js';
import type { Member } from './member.js';
import type { City } from './places.js';

export interface Employee {
  member: Member;
  /** Higher is more senior: 5 decides, 4 leads, 3 supervises, 2 works. */
  level: number;
  role: string;
  superior?: Employee;
}

export interface Company {
  id: string;
  name: string;
  nameZh: string;
  industry: string;
  city: string;
  /** The decision maker first, superiors before their people. */
  staff: Employee[];
}

/** Signs of made-up names, each with its pinyin. */
const FIRST = signsOf('云yun 青qing 远yuan 明ming 瑞rui 恒heng 嘉jia 合he 澄cheng 岚lan 启qi 安an');
const SECOND = signsOf('岭ling 帆fan 禾he 途tu 川chuan 石shi 桥qiao 泽ze 麓lu 舟zhou 衡heng 原yuan');
const TRADES = Object.values(INDUSTRIES);
const ROLES: Record<number, readonly string[]> = {
  5: ['general manager'],
  4: ['department head', 'purchasing head'],
  3: ['supervisor', 'team leader'],
  2: ['clerk', 'engineer', 'accountant', 'assistant'],
};

/** One or two companies of 5 to 11 people each, fewer where the community is small. */
export function makeCompanies(random: Random, c: number, members: readonly Member[], city: City): Company[] {
  const count = members.length >= 40 ? 2 : 1;
  const hired = sample(random, members, Math.min(Math.floor(members.length / 2), count * int(random, 5, 11)));
  const each = Math.floor(hired.length / count);
  if (each < 3) return [];
  return Array.from({ length: count }, (_, n) => {
    const [industry, zh] = pick(random, TRADES);
    return {
      id: `B${String(c * 2 + n + 1).padStart(6, '0')}`,
      ...namesOf(pick(random, FIRST), pick(random, SECOND), [industry, zh]),
      industry,
      city: city.name,
      staff: rank(random, hired.slice(n * each, (n + 1) * each)),
    };
  });
}

type Sign = readonly [sign: string, pinyin: string];

function signsOf(all: string): Sign[] {
  return all.split(' ').map((one) => [one[0]!, one.slice(1)]);
}

function namesOf(first: Sign, second: Sign, [industry, zh]: readonly [string, string]) {
  return {
    name: `${capital(`${first[1]}${second[1]}`)} ${industry.split(' ').map(capital).join(' ')}`,
    nameZh: `${first[0]}${second[0]}${zh}`,
  };
}

function capital(word: string): string {
  return `${word[0]!.toUpperCase()}${word.slice(1)}`;
}

/** One decides, two lead, two supervise, the others work; each reports to one of the level above that is filled. */
function rank(random: Random, people: readonly Member[]): Employee[] {
  const staff: Employee[] = [];
  people.forEach((member, i) => {
    const level = i === 0 ? 5 : i <= 2 ? 4 : i <= 4 ? 3 : 2;
    const above = staff.filter((other) => other.level > level);
    const nearest = Math.min(...above.map((other) => other.level));
    const role = pick(random, ROLES[level] as readonly string[]);
    const superiors = above.filter((other) => other.level === nearest);
    staff.push(
      superiors.length > 0 ? { member, level, role, superior: pick(random, superiors) } : { member, level, role },
    );
  });
  return staff;
}
