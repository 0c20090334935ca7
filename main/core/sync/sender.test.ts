import { describe, expect, it } from 'vitest';
import type { ChannelId, OpId } from '../../../shared/domain/ids.ts';
import { MAX_TEXT } from '../../../shared/domain/kinds/message.ts';
import { limits } from '../../../shared/protocol/limits.ts';
import { upFrame, type Up } from '../../../shared/protocol/up.ts';
import { anId } from '../../../shared/testing/office.ts';
import { testCache } from '../testing/cache.ts';
import { Sender } from './sender.ts';

const op = (n: number): OpId => anId(0x1000 + n) as OpId;

function sending() {
  const { cache } = testCache();
  const frames: Up<'commands'>[] = [];
  let live = true;
  const sender = new Sender(cache.outbox, (frame) => {
    if (live) frames.push(upFrame.parse(JSON.parse(JSON.stringify(frame))) as Up<'commands'>);
    return live;
  });
  const write = (count: number, text = 'hi', from = 0): void =>
    cache.transaction(() => {
      const args = { channelId: anId(1) as ChannelId, rootId: null, broadcast: false };
      for (let n = from; n < from + count; n++) {
        cache.outbox.add(op(n), 'message.send', { ...args, text, attachments: [] }, cache.actor, n);
      }
    });
  const ops = (): string[] => frames.flatMap((frame) => frame.commands.map((one) => one.op));
  return {
    cache,
    sender,
    frames,
    write,
    ops,
    hangUp: () => (live = false),
    pickUp: () => (live = true),
  };
}

describe('pump', () => {
  it('S7: sends what waits in the order of writing, each once', () => {
    const { sender, write, ops } = sending();
    write(5);
    sender.pump();
    sender.pump();
    expect(ops()).toEqual([0, 1, 2, 3, 4].map(op));
  });

  it('sends nothing where nothing waits', () => {
    const { sender, frames } = sending();
    sender.pump();
    expect(frames).toEqual([]);
  });

  it('puts at most as many commands into a frame as the relay takes, 256 under way', () => {
    const { cache, sender, frames, write, ops } = sending();
    write(300);
    sender.pump();
    expect(frames.map(({ commands }) => commands.length)).toEqual([64, 64, 64, 64]);
    expect(limits.commandsPerFrame).toBe(64);
    for (let n = 0; n < 10; n++) cache.outbox.acked(op(n), {});
    sender.pump();
    expect(ops()).toHaveLength(266);
    expect(ops()).toEqual(Array.from({ length: 266 }, (_, n) => op(n)));
  });

  it.each([
    ['plain', 'x'],
    ['three bytes a unit', '字'],
    ['four bytes for two units', '🚚'],
    ['six units once quoted', '\u0001'],
  ])('keeps a frame within the relay’s bound, with the longest texts: %s', (_name, unit) => {
    const { sender, frames, write, ops } = sending();
    write(30, unit.repeat(MAX_TEXT / unit.length));
    sender.pump();
    expect(ops()).toHaveLength(30);
    for (const frame of frames) {
      expect(Buffer.byteLength(JSON.stringify(frame))).toBeLessThanOrEqual(limits.frameBytes);
    }
  });

  it('S14: without a line nothing counts as sent; on the next one all goes out, the same ids', () => {
    const { cache, sender, write, ops, hangUp, pickUp } = sending();
    write(3);
    hangUp();
    sender.pump();
    expect(cache.outbox.underWay).toBe(0);
    pickUp();
    sender.pump();
    cache.outbox.acked(op(0), {});
    cache.outbox.disconnected();
    sender.pump();
    expect(ops()).toEqual([0, 1, 2, 1, 2].map(op));
  });
});
