import { describe, expect, it } from 'vitest';
import { groupName } from '../../../shared/domain/kinds/group.ts';
import { formatFor } from '../../i18n/format.ts';
import { sayerFor } from '../../i18n/say.ts';
import { groupWords, tidyGroupName } from './group-words.ts';

const group = {
  ...{ id: 'g', name: 'keuangan', about: '', mine: false },
  ...{ first: ['Ayu', 'Budi'], count: 2 },
};

describe('a group', () => {
  it('says who is in it, and how many more there are', () => {
    const t = sayerFor('en');
    expect(groupWords(group, formatFor('en'), t)).toBe('Ayu and Budi');
    expect(groupWords({ ...group, count: 5 }, formatFor('en'), t)).toBe('Ayu, Budi, and 3 more');
    expect(groupWords({ ...group, first: [], count: 0 }, formatFor('en'), t)).toBe(
      'Nobody is in this group yet',
    );
  });

  it.each([
    ['@Tim Gudang', 'tim-gudang'],
    ['Keuangan!', 'keuangan'],
    ['tim.k3_2027', 'tim.k3_2027'],
  ])('%s is written %s, which the command takes', (typed, name) => {
    expect(tidyGroupName(typed)).toBe(name);
    expect(groupName.safeParse(name).success).toBe(true);
  });
});
