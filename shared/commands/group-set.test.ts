import { describe, expect, it } from 'vitest';
import type { GroupId, OpId } from '../domain/ids.ts';
import { MAX_GROUP } from '../domain/kinds/group.ts';
import { groupNameKey } from '../domain/kinds/name.ts';
import { orgScope, registryScope } from '../domain/scope.ts';
import { anId, Office, people } from '../testing/office.ts';
import { groupSet } from './group-set.ts';

const groupId = anId(0x900) as OpId;
const finance = {
  ...{ groupId, name: 'keuangan', about: 'Kas dan gaji' },
  userIds: [people.ayu, people.budi, people.ayu],
};
const row = (office: Office) => office.work.get(orgScope, 'group', groupId);
const holder = (office: Office, name: string) =>
  office.work.get(registryScope, 'name', groupNameKey(name))?.holder;

describe('group.set', () => {
  it('makes a group, each person in it once', () => {
    const office = new Office();
    office.did('citra', 'group.set', finance);
    expect(row(office)).toMatchObject({
      ...{ name: 'keuangan', about: 'Kas dan gaji', memberIds: [people.ayu, people.budi] },
      createdAt: office.now,
    });
    expect(holder(office, 'keuangan')).toBe(groupId);
  });

  it('says anew who is in it and what it is called; the old name is free again', () => {
    const office = new Office();
    office.did('citra', 'group.set', finance);
    const createdAt = office.now;
    office.did('citra', 'group.set', { ...finance, name: 'kas', userIds: [people.eka] });
    expect(row(office)).toMatchObject({ name: 'kas', memberIds: [people.eka], createdAt });
    expect(holder(office, 'keuangan')).toBeUndefined();
    office.did('citra', 'group.set', { ...finance, groupId: anId(0x901) as OpId });
    expect(holder(office, 'keuangan')).toBe(anId(0x901));
  });

  it('forbidden: for administrators alone', () => {
    const office = new Office();
    expect(office.do('ayu', 'group.set', finance).refusal).toEqual({ code: 'forbidden' });
    expect(row(office)).toBeUndefined();
  });

  it('name_taken: by another group', () => {
    const office = new Office();
    office.did('citra', 'group.set', finance);
    const other = { ...finance, groupId: anId(0x901) as OpId };
    expect(office.do('citra', 'group.set', other).refusal).toEqual({ code: 'name_taken' });
  });

  it('invalid: names that stand for everybody or cannot be written, too many people', () => {
    const fits = (args: object) => groupSet.args.safeParse({ ...finance, ...args }).success;
    expect(fits({ name: 'tim-gudang.2' })).toBe(true);
    for (const name of ['channel', 'here', 'Keuangan', 'tim gudang', '-x', '', 'x'.repeat(41)]) {
      expect(fits({ name }), name).toBe(false);
    }
    const userIds = Array.from({ length: MAX_GROUP + 1 }, (_, i) => anId(i));
    expect(fits({ userIds })).toBe(false);
    expect(fits({ groupId: 'keuangan' as OpId })).toBe(false);
  });
});

describe('group.remove', () => {
  it('takes it away and gives its name back', () => {
    const office = new Office();
    office.did('citra', 'group.set', finance);
    office.did('citra', 'group.remove', { groupId: groupId as string as GroupId });
    expect(row(office)).toBeUndefined();
    expect(holder(office, 'keuangan')).toBeUndefined();
  });

  it('forbidden for members, not_found where there is none', () => {
    const office = new Office();
    office.did('citra', 'group.set', finance);
    const args = { groupId: groupId as string as GroupId };
    expect(office.do('budi', 'group.remove', args).refusal).toEqual({ code: 'forbidden' });
    office.did('citra', 'group.remove', args);
    expect(office.do('citra', 'group.remove', args).refusal).toEqual({ code: 'not_found' });
  });
});
