import { describe, expect, it } from 'vitest';
import { FakeClock } from '../../../shared/testing/clock.ts';
import { idOf, message } from '../../testing/messages.ts';
import { DraftDesk } from './draft-desk.ts';

const A = idOf(1);
const B = idOf(2);

function desk() {
  const clock = new FakeClock();
  const kept: string[] = [];
  const errors: unknown[] = [];
  let fails = false;
  const core = {
    setDraft: async ({
      channelId,
      rootId,
      text,
    }: {
      channelId: string;
      rootId: string | null;
      text: string;
    }) => {
      if (fails) throw new Error('the core is away');
      kept.push(`${channelId === A ? 'A' : 'B'}${rootId === null ? '' : '/thread'}: ${text}`);
      return null;
    },
  };
  const made = new DraftDesk(core, clock, (error) => errors.push(error));
  return { desk: made, clock, kept, errors, fail: (on: boolean) => (fails = on) };
}
const draft = (channelId: string, text: string, rootId: string | null = null) => ({
  channelId,
  rootId,
  text,
  updatedAt: 0,
});
const settled = async (): Promise<void> => {
  for (let i = 0; i < 5; i += 1) await Promise.resolve();
};

describe('drafts', () => {
  it('are unknown until the core has told them', () => {
    const { desk: one } = desk();
    expect(one.text(A, null)).toBeUndefined();
    one.receive([draft(A, 'halo')]);
    expect(one.text(A, null)).toBe('halo');
    expect(one.text(B, null)).toBe('');
  });

  it('are written down when the person pauses, once', async () => {
    const { desk: one, clock, kept } = desk();
    one.receive([]);
    one.write(A, null, 'h');
    clock.advance(400);
    one.write(A, null, 'ha');
    clock.advance(400);
    expect(kept).toEqual([]);
    clock.advance(200);
    await settled();
    expect(kept).toEqual(['A: ha']);
    expect(clock.pending).toBe(0);
  });

  it('of a channel and of its threads are apart', async () => {
    const { desk: one, kept } = desk();
    one.receive([]);
    one.write(A, null, 'in the channel');
    one.write(A, idOf(9), 'in the thread');
    one.flush();
    await settled();
    expect(kept).toEqual(['A: in the channel', 'A/thread: in the thread']);
  });

  it('are written down at once before a switch, and not twice', async () => {
    const { desk: one, clock, kept } = desk();
    one.receive([]);
    one.write(A, null, 'halo');
    one.flush();
    await settled();
    one.flush();
    clock.advance(5_000);
    expect(kept).toEqual(['A: halo']);
  });

  it('follow other devices, but never over what is being typed', async () => {
    const { desk: one, clock } = desk();
    one.receive([draft(A, 'old'), draft(B, 'old')]);
    one.write(A, null, 'mine');
    one.receive([draft(A, 'theirs'), draft(B, 'theirs')]);
    expect(one.text(A, null)).toBe('mine');
    expect(one.text(B, null)).toBe('theirs');
    clock.advance(1_000);
    await settled();
    one.receive([]);
    expect(one.text(A, null)).toBe('');
    expect(one.text(B, null)).toBe('');
  });

  it('stay here when the core fails, and are written down later', async () => {
    const { desk: one, clock, kept, errors, fail } = desk();
    one.receive([]);
    fail(true);
    one.write(A, null, 'halo');
    clock.advance(1_000);
    await settled();
    expect(errors).toHaveLength(1);
    one.receive([]);
    expect(one.text(A, null)).toBe('halo');
    fail(false);
    one.flush();
    await settled();
    expect(kept).toEqual(['A: halo']);
  });

  it('get back what was taken from them, after what was typed since', async () => {
    const { desk: one, kept } = desk();
    one.receive([draft(A, '/poll Makan?')]);
    let told = 0;
    one.subscribe(() => told++);
    one.write(A, null, '');
    one.flush();
    one.giveBack(A, null, '/poll Makan?');
    expect([one.text(A, null), told]).toEqual(['/poll Makan?', 1]);
    one.write(A, null, 'sebentar ');
    one.giveBack(A, null, '/poll Makan?');
    expect(one.text(A, null)).toBe('sebentar\n/poll Makan?');
    await settled();
    expect(kept).toEqual(['A: ', 'A: /poll Makan?', 'A: sebentar\n/poll Makan?']);
  });

  it('of one person are forgotten before the next', () => {
    const { desk: one, clock } = desk();
    one.receive([draft(A, 'secret')]);
    one.write(A, null, 'more');
    one.keepEdit({ from: message({ id: B, position: 1 }), source: 'half' });
    expect(one.edit(B)?.source).toBe('half');
    one.forget();
    expect(one.text(A, null)).toBeUndefined();
    expect(one.edit(B)).toBeUndefined();
    expect(clock.pending).toBe(0);
  });
});
