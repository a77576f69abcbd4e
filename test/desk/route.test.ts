import { hrefOf, routeOf } from '../../src/desk/route.js';

describe('the address of a view', () => {
  it('names the view and what it is about', () => {
    expect(routeOf('#referral/C0000042/C0000007')).toEqual({ view: 'referral', about: ['C0000042', 'C0000007'] });
    expect(routeOf('#influence/KOL')).toEqual({ view: 'influence', about: ['KOL'] });
    expect(routeOf('#overview')).toEqual({ view: 'overview', about: [] });
  });

  it('is the overview for what no view knows, and reads no further than ids go', () => {
    for (const fragment of ['', '#', '#token=abc', '#influencers', '#%E0%A4%A'])
      expect(routeOf(fragment)).toEqual({ view: 'overview', about: [] });
    expect(routeOf('#communities/k-1/someone@example.com/x')).toEqual({ view: 'communities', about: ['k-1'] });
    expect(routeOf('#referral/<b>/C1').about).toEqual([]);
  });

  it('is written as it is read, up to the first part that is not there', () => {
    expect(hrefOf('overview')).toBe('#overview');
    expect(hrefOf('influence', 'ALL', null)).toBe('#influence/ALL');
    expect(hrefOf('referral', null, 'C1')).toBe('#referral');
    expect(routeOf(hrefOf('referral', 'a|b', 'C:1'))).toEqual({ view: 'referral', about: ['a|b', 'C:1'] });
  });
});
