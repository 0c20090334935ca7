import { describe, expect, it } from 'vitest';
import { Scheduling } from '../testing/scheduling.ts';

describe('scheduled.remove', () => {
  it('takes it back, and the note with it; twice is once', () => {
    const office = new Scheduling();
    const id = office.later();
    office.did('ayu', 'scheduled.remove', office.named(id));
    expect(office.row(id)).toBeUndefined();
    expect(office.due).toEqual([]);
    const again = office.do('ayu', 'scheduled.remove', office.named(id));
    expect(again).toEqual({ refusal: undefined, wrote: [] });
  });

  it('sent: tells somebody who was too late', () => {
    const office = new Scheduling();
    const id = office.later();
    office.did('ayu', 'scheduled.send', office.named(id));
    const ran = office.do('ayu', 'scheduled.remove', office.named(id));
    expect(ran.refusal?.code).toBe('sent');
    expect(office.message(id)?.text).toBe('Besok rapat');
  });
});
