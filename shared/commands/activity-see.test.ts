import { describe, expect, it } from 'vitest';
import { ACTIVITY_ROW } from '../domain/kinds/activity.ts';
import { userScope } from '../domain/scope.ts';
import { Office, people } from '../testing/office.ts';
import { activitySee } from './activity-see.ts';

describe('activity.see', () => {
  it('S9: goes forward only, and is nobody else’s', () => {
    const office = new Office();
    const seen = (who: 'ayu' | 'budi') =>
      office.work.get(userScope(people[who]), 'activity', ACTIVITY_ROW)?.seenTo;
    office.did('ayu', 'activity.see', { at: 500 });
    const back = office.do('ayu', 'activity.see', { at: 400 });
    expect([seen('ayu'), seen('budi'), back.wrote]).toEqual([500, undefined, []]);
    office.did('ayu', 'activity.see', { at: 600 });
    expect(seen('ayu')).toBe(600);
  });

  it('takes the place of any unsent one', () => {
    expect(activitySee.supersedes?.({ at: 1 })).toBe(activitySee.supersedes?.({ at: 2 }));
  });
});
