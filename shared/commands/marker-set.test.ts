import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { userScope } from '../domain/scope.ts';
import { nothing, Office, people } from '../testing/office.ts';
import { markerSet } from './marker-set.ts';

const channelId = nothing;
const marker = (office: Office) =>
  office.work.get(userScope(people.ayu), 'marker', channelId) ?? null;

const set = (office: Office, epoch: number, position: number) =>
  office.do('ayu', 'marker.set', { channelId, epoch, position, ordinal: position });

describe('marker.set', () => {
  it('keeps how far the actor has read, in their own scope', () => {
    const office = new Office();
    set(office, 0, 7);
    expect(marker(office)).toMatchObject({ epoch: 0, position: 7, ordinal: 7 });
  });

  it('S9: does not go back by an older report, nor write the same again', () => {
    const office = new Office();
    set(office, 0, 7);
    expect(set(office, 0, 5)).toEqual({ refusal: undefined, wrote: [] });
    expect(set(office, 0, 7)).toEqual({ refusal: undefined, wrote: [] });
    expect(marker(office)?.position).toBe(7);
  });

  it('S9: goes back by a new epoch ("mark as unread"), which an older device cannot undo', () => {
    const office = new Office();
    set(office, 0, 7);
    set(office, 1, 3);
    expect(marker(office)).toMatchObject({ epoch: 1, position: 3 });
    expect(set(office, 0, 9).wrote).toEqual([]);
    expect(marker(office)).toMatchObject({ epoch: 1, position: 3 });
  });

  it('S9: comes to the same in any order of the same reports', () => {
    const report = fc.record({ epoch: fc.nat(3), position: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 8 }), (reports) => {
        const office = new Office();
        for (const { epoch, position } of reports) set(office, epoch, position);
        const greatest = reports.reduce((a, b) =>
          b.epoch > a.epoch || (b.epoch === a.epoch && b.position > a.position) ? b : a,
        );
        expect(marker(office)).toMatchObject(greatest);
      }),
    );
  });

  it('takes the place of an unsent one for the same channel', () => {
    const args = { channelId, epoch: 0, position: 1, ordinal: 1 };
    const key = markerSet.supersedes?.(args);
    expect(key).toContain(channelId);
    expect(markerSet.supersedes?.({ ...args, position: 2 })).toBe(key);
  });
});
