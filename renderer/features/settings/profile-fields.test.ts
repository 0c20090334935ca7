import { describe, expect, it } from 'vitest';
import type { PersonView } from '../../../shared/rpc/views.ts';
import { officeHours } from '../../../shared/domain/hours.ts';
import { changedFields, profileFields } from './profile-fields.ts';

const me: PersonView = {
  id: 'me',
  name: 'ayu.kartika',
  displayName: 'Ayu Kartika',
  role: 'member',
  bot: false,
  title: 'Keuangan',
  department: '',
  location: 'Jakarta',
  timeZone: 'Asia/Jakarta',
  status: null,
  disabled: false,
  presence: 'active',
  hours: officeHours,
  ownHours: false,
  manager: null,
  pronouns: '',
  skills: [],
  birthday: null,
  quietUntil: null,
  absence: null,
  off: null,
};

describe('a changed profile', () => {
  it('sends only what was changed, so that it undoes nothing else', () => {
    expect(changedFields(me, { ...profileFields(me), title: ' Manajer ' })).toEqual({
      title: 'Manajer',
    });
  });

  it('sends nothing where nothing was changed', () => {
    expect(changedFields(me, profileFields(me))).toBeUndefined();
  });
});
