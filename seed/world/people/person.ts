/** What identifies a person, all of it made up: see seed/README.md for why none of it can reach anyone. */
import type { Random } from '../../../src/kernel/random.js';
import { chance, int, PURPOSE, pick, stream } from '../dice.js';
import type { Layout } from '../files/layout.js';
import type { Community } from '../ties/community.js';
import { AGE_BANDS, type Member } from './member.js';
import { makeName, makeSurname, type Name, type Syllable } from './names.js';

export interface Person {
  name: string;
  phone: string;
  email: string;
  wechat: string;
  weibo: string;
  linkedin: string;
  address: string;
  birthday: string;
  /** The name in pinyin, as foreign forms and delivery platforms write it. */
  latin: string;
  device: string;
  payment: string;
}

/**
 * The people of a community by index: households share surname and address, duplicates most of the original, a ring its
 * devices.
 */
export function makePeople(layout: Layout, plan: Community): Map<number, Person> {
  const people = new Map<number, Person>();
  const surnames = new Map<number, Syllable>();
  const addresses = new Map<number, string>();
  const random = stream(layout.seed, PURPOSE.person, -1 - plan.number);
  for (const household of plan.households) {
    const surname = makeSurname(random);
    const address = makeAddress(random, plan);
    household.forEach((member, i) => {
      addresses.set(member.index, address);
      if (i !== 1) surnames.set(member.index, surname); // a wife or husband keeps the own name
    });
  }
  for (const member of plan.people) {
    const own = stream(layout.seed, PURPOSE.person, member.index);
    const name = makeName(own, member.gender, surnames.get(member.index));
    const address = addresses.get(member.index) ?? (chance(own, 0.5) ? makeAddress(own, plan) : '');
    people.set(member.index, makePerson(layout, own, member, name, address));
  }
  for (const { copy, original } of plan.duplicates) copyPerson(people, copy, original);
  shareDevices(plan, people);
  return people;
}

function makePerson(layout: Layout, random: Random, member: Member, name: Name, address: string): Person {
  const handle = `${name.given}${member.number + 1}`;
  const sometimes = (probability: number, value: string) => (chance(random, probability) ? value : '');
  return {
    name: name.han,
    latin: `${capital(name.given)} ${capital(name.surname)}`,
    phone: phoneOf(member.number),
    email: sometimes(
      0.62,
      `${name.surname}.${handle}@${pick(random, ['example.com', 'mail.example.com', 'example.org'])}`,
    ),
    wechat: sometimes(0.8, `wx_${handle}`),
    weibo: sometimes(0.25, `wb_${handle}`),
    linkedin: sometimes(0.08, `${name.given}-${name.surname}-${member.number + 1}`),
    address,
    birthday: sometimes(0.6, makeBirthday(layout, random, member.ageBand)),
    device: sometimes(0.75, `device-${member.number + 1}`),
    payment: sometimes(0.6, `pay-${member.number + 1}`),
  };
}

/** 199-0000-xxxx for worlds of up to 10,000; larger ones count on from there. */
function phoneOf(number: number): string {
  return String(19_900_000_000 + number);
}

function makeAddress(random: Random, plan: Community): string {
  const road = pick(random, plan.city.roads);
  return `${plan.city.name}市${road}${int(random, 1, 999)}弄${int(random, 1, 40)}号${int(random, 1, 28)}0${int(random, 1, 6)}室`;
}

/** A birthday that puts the person in the age band at the end of the world. */
function makeBirthday(layout: Layout, random: Random, band: string): string {
  const youngest = [18, 25, 35, 45, 55, 65][AGE_BANDS.indexOf(band as (typeof AGE_BANDS)[number])] as number;
  const year = new Date(layout.season.end).getUTCFullYear() - youngest - 1 - int(random, 0, youngest === 18 ? 5 : 8);
  return `${year}-${String(int(random, 1, 12)).padStart(2, '0')}-${String(int(random, 1, 28)).padStart(2, '0')}`;
}

/**
 * The same person again: by odd numbers with the phone in another form, by even ones with the mail; the name at times
 * in pinyin.
 */
function copyPerson(people: Map<number, Person>, copy: Member, original: Member): void {
  const first = people.get(original.index) as Person;
  const second = people.get(copy.index) as Person;
  second.name = copy.number % 3 === 0 ? first.latin : first.name;
  second.latin = first.latin;
  second.birthday = copy.number % 4 === 0 ? '' : first.birthday;
  if (copy.number % 2 === 1 || first.email === '')
    second.phone = `+86 ${first.phone.slice(0, 3)} ${first.phone.slice(3, 7)} ${first.phone.slice(7)}`;
  else second.email = first.email.toUpperCase();
  second.address = first.address;
  second.wechat = second.weibo = second.linkedin = '';
}

/** Ring accounts run on two devices and one payment account; nobody else has them. */
function shareDevices(plan: Community, people: Map<number, Person>): void {
  plan.ring.forEach((member, k) => {
    const person = people.get(member.index) as Person;
    const first = (plan.ring[0] as Member).number + 1;
    person.device = `device-r${first}-${plan.ring.length < 4 ? 0 : k % 2}`;
    person.payment = `pay-r${first}`;
  });
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
