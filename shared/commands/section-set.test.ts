import { describe, expect, it } from 'vitest';
import type { OpId } from '../domain/ids.ts';
import { orgScope, userScope } from '../domain/scope.ts';
import { anId, Office, people } from '../testing/office.ts';
import { sectionSet } from './section-set.ts';

const sectionId = anId(0x970) as OpId;
const own = userScope(people.ayu);
const row = (office: Office) => office.work.get(own, 'section', sectionId);

describe('section.set', () => {
  it('makes a section of one’s own, and changes what is named', () => {
    const office = new Office();
    office.did('ayu', 'section.set', { sectionId, name: ' Proyek\nbesar ', place: 2 });
    expect(row(office)).toMatchObject({ name: 'Proyek besar', place: 2, collapsed: false });
    office.did('ayu', 'section.set', { sectionId, collapsed: true });
    office.did('ayu', 'section.set', { sectionId, place: 1.5 });
    expect(row(office)).toMatchObject({ name: 'Proyek besar', place: 1.5, collapsed: true });
  });

  it('is nobody else’s business', () => {
    const office = new Office();
    const head = office.work.head(orgScope);
    office.did('ayu', 'section.set', { sectionId, name: 'Proyek' });
    expect(office.work.head(orgScope)).toBe(head);
    expect(office.work.get(userScope(people.budi), 'section', sectionId)).toBeUndefined();
  });

  it('not_found: what was taken away is not brought back by folding it', () => {
    const ran = new Office().do('ayu', 'section.set', { sectionId, collapsed: true });
    expect(ran.refusal).toEqual({ code: 'not_found' });
  });

  it('invalid: no name, too long a name, no place', () => {
    const fits = (args: object) => sectionSet.args.safeParse({ sectionId, ...args }).success;
    expect(fits({ name: 'x'.repeat(60) })).toBe(true);
    expect(fits({ name: ' ' })).toBe(false);
    expect(fits({ name: 'x'.repeat(61) })).toBe(false);
    expect(fits({ place: Number.NaN })).toBe(false);
    expect(fits({ place: 1e12 })).toBe(false);
  });
});

describe('section.remove', () => {
  it('takes it away and leaves the channels, also twice', () => {
    const office = new Office();
    const channelId = office.channel();
    office.did('ayu', 'section.set', { sectionId, name: 'Proyek' });
    office.did('ayu', 'membership.set', { channelId, sectionId });
    office.did('ayu', 'section.remove', { sectionId });
    office.did('ayu', 'section.remove', { sectionId });
    expect(row(office)).toBeUndefined();
    expect(office.work.get(own, 'membership', channelId)).toMatchObject({ sectionId });
  });
});
