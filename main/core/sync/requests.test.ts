import { describe, expect, it } from 'vitest';
import type { Down } from '../../../shared/protocol/down.ts';
import type { UpFrame } from '../../../shared/protocol/up.ts';
import { orgScope } from '../../../shared/domain/scope.ts';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { goOn } from '../testing/client.ts';
import { Requests } from './requests.ts';

const pull = { scope: orgScope, after: 0, upTo: null, limit: 10 };

function asking(live = true) {
  const sent: UpFrame[] = [];
  const clock = new FakeClock();
  const requests = new Requests((frame) => {
    if (live) sent.push(frame);
    return live;
  }, clock);
  const found = (id: number): Down<'found'> => ({ t: 'found', id, rows: [], next: null });
  return { sent, clock, requests, found };
}

describe('Requests', () => {
  it('gives each question its own answer, in whatever order they come', async () => {
    const { sent, requests, found } = asking();
    const keys = [{ scope: orgScope, kind: 'user', id: 'a' }];
    const first = requests.ask('get', { keys });
    const second = requests.ask('pull', pull);
    expect(sent).toEqual([
      { t: 'get', id: 1, keys },
      { t: 'pull', id: 2, ...pull },
    ]);
    expect(requests.receive({ t: 'failed', id: 2, code: 'forbidden' })).toBe(true);
    expect(requests.receive(found(1))).toBe(true);
    expect(await second).toEqual({ ok: false, reason: 'forbidden' });
    expect(await first).toEqual({ ok: true, frame: found(1) });
  });

  it('says of other frames that they answer nothing', () => {
    const { requests } = asking();
    expect(requests.receive({ t: 'acks', acks: [] })).toBe(false);
  });

  it('an answer that nobody waits for, or that comes twice, does no harm', async () => {
    const { requests, found } = asking();
    const one = requests.ask('pull', pull);
    expect(requests.receive(found(7))).toBe(true);
    expect(requests.receive({ t: 'failed', id: 1, code: 'not_found' })).toBe(true);
    expect(requests.receive(found(1))).toBe(true);
    expect(await one).toEqual({ ok: false, reason: 'not_found' });
  });

  it('is down at once without a line', async () => {
    const { requests, clock } = asking(false);
    expect(await requests.ask('pull', pull)).toEqual({ ok: false, reason: 'down' });
    expect(clock.pending).toBe(0);
  });

  it('S14: no question outlives its line, and numbers are not used again', async () => {
    const { sent, requests, clock, found } = asking();
    const open = [requests.ask('pull', pull), requests.ask('pull', pull)];
    requests.down();
    expect(await Promise.all(open)).toEqual([
      { ok: false, reason: 'down' },
      { ok: false, reason: 'down' },
    ]);
    expect(clock.pending).toBe(0);
    const next = requests.ask('pull', pull);
    expect(sent.at(-1)).toMatchObject({ id: 3 });
    requests.receive(found(1));
    let settled = false;
    void next.then(() => (settled = true));
    await goOn();
    expect(settled).toBe(false);
  });

  it('an answer that never comes counts as unavailable after two minutes', async () => {
    const { requests, clock } = asking();
    const one = requests.ask('pull', pull);
    clock.advance(120_000);
    expect(await one).toEqual({ ok: false, reason: 'unavailable' });
  });
});
