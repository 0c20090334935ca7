import { describe, expect, it } from 'vitest';
import type { OpId } from '../domain/ids.ts';
import { orgScope } from '../domain/scope.ts';
import { anId, Office, people, START, stranger } from '../testing/office.ts';
import { profileSet } from './profile-set.ts';

const ayu = (office: Office) => office.work.get(orgScope, 'user', people.ayu);

describe('profile.set', () => {
  it('changes what is named and leaves the rest', () => {
    const office = new Office();
    office.did('ayu', 'profile.set', { title: 'Direktur', location: 'Denpasar' });
    office.did('ayu', 'profile.set', { displayName: 'Ayu Kartika' });
    expect(ayu(office)).toMatchObject({
      name: 'ayu',
      displayName: 'Ayu Kartika',
      title: 'Direktur',
      location: 'Denpasar',
      timeZone: 'Asia/Jakarta',
      role: 'member',
    });
  });

  it('sets a status, keeps it, and clears it by null', () => {
    const office = new Office();
    const status = { emoji: '🌴', text: 'Cuti', until: START + 86_400_000 };
    office.did('ayu', 'profile.set', { status });
    office.did('ayu', 'profile.set', { title: 'Direktur' });
    expect(ayu(office)?.status).toEqual(status);
    office.did('ayu', 'profile.set', { status: null });
    expect(ayu(office)?.status).toBeNull();
  });

  it('keeps each field on one line, without what cannot be seen', () => {
    const office = new Office();
    const status = { emoji: '🌴\u0000', text: 'Cuti\r\nsampai\u2028Senin', until: null };
    office.did('ayu', 'profile.set', {
      title: 'Direktur\tUtama',
      displayName: '\u0007Ayu',
      status,
    });
    expect(ayu(office)).toMatchObject({
      displayName: 'Ayu',
      title: 'Direktur Utama',
      status: { emoji: '🌴 ', text: 'Cuti sampai Senin', until: null },
    });
    expect(profileSet.args.safeParse({ displayName: '\u0007' }).success).toBe(false);
  });

  it('sets hours, a pause and an absence, keeps them, and clears them by null', () => {
    const office = new Office();
    const hours = { days: [1, 2, 3, 4], from: 540, to: 1_020 };
    const absence = { from: START, until: START + 1, substituteId: people.budi, note: 'Cuti' };
    office.did('ayu', 'profile.set', { hours, quietUntil: START + 60_000, absence });
    office.did('ayu', 'profile.set', { skills: ['ekspor', 'bahasa Jepang'], birthday: '08-17' });
    expect(ayu(office)).toMatchObject({ hours, quietUntil: START + 60_000, absence });
    office.did('ayu', 'profile.set', { hours: null, quietUntil: null, absence: null });
    expect(ayu(office)).toMatchObject({ hours: null, quietUntil: null, absence: null });
    expect(ayu(office)).toMatchObject({ skills: ['ekspor', 'bahasa Jepang'], birthday: '08-17' });
  });

  it('invalid: an absence that ends before it begins, a day that is none', () => {
    const absence = { from: START, until: START, substituteId: null, note: '' };
    expect(profileSet.args.safeParse({ absence }).success).toBe(false);
    expect(profileSet.args.safeParse({ birthday: '13-01' }).success).toBe(false);
    expect(profileSet.args.safeParse({ hours: { days: [8], from: 0, to: 1 } }).success).toBe(false);
  });

  it('not_found: an actor who is no person of the workspace has no profile', () => {
    const office = new Office();
    const by = { actor: { userId: stranger, role: 'system' }, now: START } as const;
    const ran = office.work.run('profile.set', { title: 'x' }, { ...by, op: anId(7) as OpId });
    expect(ran.refusal).toEqual({ code: 'not_found' });
  });

  it('invalid: no empty name, and no role of one’s own choice', () => {
    expect(profileSet.args.safeParse({ displayName: '  ' }).success).toBe(false);
    expect(profileSet.args.safeParse({ role: 'owner' }).success).toBe(false);
  });
});
