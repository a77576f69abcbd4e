import { ringPlaces, ringScene } from '../../src/desk/fraud/ring-scene.js';

const person = (id: string) => ({ id, labels: ['Customer'], properties: { alias: `C-${id}`, communityId: 'k' } });
const tie = (from: string, to: string, type = 'REFERRED') => ({ id: `${from}${to}`, from, to, type, properties: {} });
const drawing = {
  nodes: [
    ...['a', 'b', 'c', 'x'].map(person),
    { id: 'n9', labels: ['Identity'], properties: { kind: 'DEVICE' } },
    { id: 'n8', labels: ['Identity'], properties: { kind: 'PAYMENT' } },
  ],
  ties: [tie('a', 'c'), tie('c', 'b'), tie('b', 'a'), tie('a', 'n9', 'HAS_IDENTITY'), tie('x', 'n8', 'HAS_IDENTITY')],
};

describe('the picture of a ring', () => {
  const scene = ringScene(drawing, ['a', 'b', 'c'], (kind) => kind.toLowerCase());

  it('draws its members, their referrals and what they share, and nothing of other rings', () => {
    expect(scene.dots.map(({ id, shape }) => [id, shape])).toEqual([
      ['a', undefined],
      ['b', undefined],
      ['c', undefined],
      ['n9', 'round-rectangle'],
    ]);
    expect(scene.lines.map(({ from, to, directed }) => [from, to, directed])).toEqual([
      ['a', 'c', true],
      ['c', 'b', true],
      ['b', 'a', true],
      ['a', 'n9', false],
    ]);
    expect(scene.dots.at(-1)!.alias).toBe('device');
  });

  it('puts each beside who referred them, on one circle, what they share in its middle', () => {
    const places = ringPlaces(scene);
    const angle = (id: string) => Math.atan2(places.get(id)!.y, places.get(id)!.x);
    const turns = ['a', 'c', 'b'].map((id) => (angle(id) - angle('a') + 2 * Math.PI) % (2 * Math.PI));
    expect(turns).toEqual([...turns].sort((one, other) => one - other));
    const far = (id: string) => Math.hypot(places.get(id)!.x, places.get(id)!.y);
    expect(far('b')).toBeCloseTo(far('a'));
    expect(far('n9')).toBeCloseTo(0);
  });
});
