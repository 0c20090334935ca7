import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_UNSENT } from '../../../../shared/domain/position.ts';
import type { HoleView, MessagePage, MessageView } from '../../../../shared/rpc/views.ts';
import { coreApi } from '../../../../shared/rpc/core-api.ts';
import type { CoreArgs } from '../../../app/core/unbranded.ts';
import { idOf, message, page } from '../../../testing/messages.ts';
import { MessageWindow } from './message-window.ts';

/** A core with one channel; questions wait until they are answered. */
class Channel {
  sent: MessageView[];
  unsent: MessageView[] = [];
  readonly asked: CoreArgs<'messages'>[] = [];
  holes: HoleView[] = [];
  unreadAfter: number | null = null;
  held = false;
  #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.sent = Array.from({ length: count }, (_, i) => message({ position: i + 1 }));
  }

  readonly messages = async (args: CoreArgs<'messages'>): Promise<MessagePage> => {
    this.asked.push(args);
    if (this.held) await new Promise<void>((go) => this.#waiting.push(go));
    return this.#answer(args);
  };

  release(): void {
    this.held = false;
    for (const go of this.#waiting.splice(0)) go();
  }

  say(position = this.sent.length + 1): void {
    this.sent.push(message({ position }));
  }

  #answer(args: CoreArgs<'messages'>): MessagePage {
    // The real core refuses what its schema does not know.
    const { at, limit } = coreApi.messages.args.parse(args);
    const all = this.sent;
    const around = (index: number): MessageView[] => {
      const after = all.slice(index, index + Math.ceil(limit / 2));
      return [...all.slice(Math.max(0, index - (limit - after.length)), index), ...after];
    };
    const pick = (): MessageView[] => {
      switch (at.from) {
        case 'newest':
          return all.slice(-limit);
        case 'before':
          return all.filter((one) => one.position < at.position).slice(-limit);
        case 'after':
          return all.filter((one) => one.position > at.position).slice(0, limit);
        case 'window':
          return all
            .filter((one) => one.position >= at.first && one.position <= at.last)
            .slice(-limit);
        case 'message':
          return around(all.findIndex((one) => one.id === at.messageId));
        case 'unread':
          return this.unreadAfter === null
            ? all.slice(-limit)
            : around(all.findIndex((one) => one.position > (this.unreadAfter ?? 0)));
      }
    };
    const picked = pick();
    const newest = picked.length === 0 || picked.at(-1) === all.at(-1);
    return page([...picked, ...(newest ? this.unsent : [])], {
      holes: this.holes,
      atOldest: picked[0] === all[0] && !this.holes.some((hole) => hole.after === 0),
      atNewest: newest,
      lastHere: newest,
      unreadAfter: this.unreadAfter,
    });
  }
}

const open = (channel: Channel): MessageWindow => {
  const window = new MessageWindow(idOf(0), channel);
  window.subscribe(() => {});
  return window;
};
/** Lets every answer that is on its way arrive. */
const settled = async (): Promise<void> => {
  for (let i = 0; i < 20; i += 1) await Promise.resolve();
};
const bounds = (window: MessageWindow): [number, number] => {
  const messages = window.view().page?.messages ?? [];
  return [messages[0]?.position ?? 0, messages.at(-1)?.position ?? 0];
};

describe('the drawn part of a channel', () => {
  it('opens with a screen of an office laptop and some more of the newest', async () => {
    const window = open(new Channel(500));
    window.open({ from: 'newest' });
    await settled();
    expect(bounds(window)).toEqual([477, 500]);
    expect(window.view().goTo).toEqual({ from: 'newest' });
  });

  it('opens around the first unread message', async () => {
    const channel = new Channel(500);
    channel.unreadAfter = 200;
    const window = open(channel);
    window.open({ from: 'unread' });
    await settled();
    expect(bounds(window)).toEqual([189, 212]);
    expect(window.view().page?.atNewest).toBe(false);
  });

  it('grows at either end and lets go of the far side', async () => {
    const window = open(new Channel(1_000));
    window.open({ from: 'message', messageId: idOf(500) });
    await settled();
    for (let i = 0; i < 5; i += 1) {
      window.loadOlder();
      await settled();
    }
    expect(bounds(window)).toEqual([238, 437]);
    expect(window.view().page?.atNewest).toBe(false);
    window.loadNewer();
    await settled();
    expect(bounds(window)).toEqual([288, 487]);
  });

  it('ends at the oldest message and asks no further', async () => {
    const channel = new Channel(60);
    const window = open(channel);
    window.open({ from: 'newest' });
    await settled();
    window.loadOlder();
    await settled();
    expect(window.view().page?.atOldest).toBe(true);
    const asked = channel.asked.length;
    window.loadOlder();
    await settled();
    expect(channel.asked.length).toBe(asked);
  });

  it('follows what is new while the newest is shown', async () => {
    const channel = new Channel(50);
    const window = open(channel);
    window.open({ from: 'newest' });
    await settled();
    channel.say();
    window.changed();
    await settled();
    expect(bounds(window)).toEqual([27, 51]);
  });

  it('draws no more at the end of a day in a busy channel than at its beginning', async () => {
    const channel = new Channel(300);
    const window = open(channel);
    window.open({ from: 'newest' });
    await settled();
    for (let n = 0; n < 2_000; n++) {
      channel.say();
      window.changed();
      if (n % 50 === 0) await settled();
    }
    await settled();
    expect(bounds(window)[1]).toBe(2_300);
    expect(window.view().page?.messages.length).toBeLessThanOrEqual(200);
  });

  it('does not grow below while somebody reads further up', async () => {
    const channel = new Channel(50);
    const window = open(channel);
    window.open({ from: 'newest' });
    await settled();
    window.follow(false);
    channel.say();
    window.changed();
    await settled();
    expect(bounds(window)).toEqual([27, 50]);
    expect(window.view().page?.atNewest).toBe(false);
  });

  it('keeps the identity of what did not change', async () => {
    const channel = new Channel(50);
    const window = open(channel);
    window.open({ from: 'newest' });
    await settled();
    const before = window.view().page?.messages[3];
    channel.sent = channel.sent.map((one) => ({ ...one }));
    channel.say();
    window.changed();
    await settled();
    expect(window.view().page?.messages[3]).toBe(before);
  });

  it('S5: shows what is not sent at the newest end only', async () => {
    const channel = new Channel(100);
    channel.unsent = [message({ position: FIRST_UNSENT, state: 'waiting' })];
    const window = open(channel);
    window.open({ from: 'newest' });
    await settled();
    expect(bounds(window)[1]).toBe(FIRST_UNSENT);
    window.loadOlder();
    await settled();
    expect(bounds(window)).toEqual([27, FIRST_UNSENT]);
    window.open({ from: 'message', messageId: idOf(20) });
    await settled();
    expect(bounds(window)).toEqual([8, 31]);
  });

  it('drops an answer for a place that was left meanwhile', async () => {
    const channel = new Channel(500);
    const window = open(channel);
    window.open({ from: 'newest' });
    await settled();
    channel.held = true;
    window.loadOlder();
    window.open({ from: 'message', messageId: idOf(100) });
    channel.release();
    await settled();
    expect(bounds(window)).toEqual([88, 111]);
  });

  it('S6: asks for nothing below a hole that reaches down to the beginning', async () => {
    const channel = new Channel(24);
    channel.holes = [{ after: 0, before: 1, missing: 900, progress: null }];
    const window = open(channel);
    window.open({ from: 'newest' });
    await settled();
    const asked = channel.asked.length;
    window.loadOlder();
    await settled();
    expect(channel.asked.length).toBe(asked);
  });

  it('rests small, around what was read, and gives up what is on its way', async () => {
    const channel = new Channel(500);
    const window = open(channel);
    window.open({ from: 'newest' });
    await settled();
    for (let i = 0; i < 3; i += 1) {
      window.loadOlder();
      await settled();
    }
    channel.held = true;
    window.loadOlder();
    window.leave({ atEnd: false, key: idOf(400), offset: 0, seen: 12 });
    channel.release();
    await settled();
    expect(bounds(window)).toEqual([398, 413]);
  });

  it('rests with what was on the screen at the end, and with a screenful where nothing was drawn yet', async () => {
    const window = open(new Channel(500));
    window.enter(null);
    await settled();
    window.leave({ atEnd: true, key: null, offset: 0, seen: 0 });
    expect(bounds(window)).toEqual([477, 500]);
    window.leave({ atEnd: true, key: idOf(489), offset: 0, seen: 12 });
    expect(bounds(window)).toEqual([485, 500]);
  });

  it('comes back as it was left, without a question', async () => {
    const channel = new Channel(500);
    const window = open(channel);
    window.enter(null);
    await settled();
    const asked = channel.asked.length;
    window.leave({ atEnd: true, key: idOf(488), offset: 0, seen: 13 });
    window.enter(null);
    await settled();
    expect(channel.asked.length).toBe(asked);
    expect(bounds(window)).toEqual([484, 500]);
    expect(window.view().goTo).toBeNull();
  });

  it('S11: keeps nothing of a channel that changed while nobody looked', async () => {
    const channel = new Channel(500);
    const window = new MessageWindow(idOf(0), channel);
    const away = window.subscribe(() => {});
    window.enter(null);
    await settled();
    window.leave({ atEnd: false, key: idOf(470), offset: 12, seen: 12 });
    away();
    window.changed();
    expect(window.view().page).toBeNull();
    window.enter(null);
    await settled();
    expect(window.view().goTo).toEqual({ from: 'message', messageId: idOf(470), back: true });
  });

  it('S14: opens once the core is back', async () => {
    const channel = new Channel(50);
    let away = true;
    const core = {
      messages: (args: CoreArgs<'messages'>) =>
        away ? Promise.reject(new Error('the core is away')) : channel.messages(args),
    };
    const errors: unknown[] = [];
    const window = new MessageWindow(idOf(0), core, (error) => errors.push(error));
    window.subscribe(() => {});
    window.enter(null);
    await settled();
    expect(errors).toHaveLength(1);
    away = false;
    window.changed();
    await settled();
    expect(bounds(window)).toEqual([27, 50]);
  });

  it('draws "New" for what came unseen, and leaves it there while it is read', async () => {
    const channel = new Channel(50);
    const window = open(channel);
    window.enter(null);
    await settled();
    expect(window.view().newAfter).toBeNull();
    channel.say();
    channel.unreadAfter = 50;
    window.changed();
    await settled();
    expect(window.view().newAfter).toBe(50);
    window.read(true);
    channel.unreadAfter = null;
    window.changed();
    channel.say();
    channel.unreadAfter = 51;
    window.changed();
    await settled();
    expect(window.view().newAfter).toBe(50);
  });

  it('keeps "New" where the person put it until they leave', async () => {
    const channel = new Channel(50);
    const window = open(channel);
    window.enter(null);
    await settled();
    window.keepUnread(44);
    channel.say();
    channel.unreadAfter = 50;
    window.changed();
    await settled();
    expect(window.view().newAfter).toBe(44);
    expect(window.keptUnread).toBe(true);
    window.leave({ atEnd: true, key: null, offset: 0, seen: 12 });
    expect(window.keptUnread).toBe(false);
  });

  it('is a gapless part of the channel, whatever is done to it', async () => {
    const step = fc.constantFrom(
      'older',
      'newer',
      'say',
      'open',
      'message',
      'follow',
      'read',
      'leave',
      'enter',
      'jump',
      'hold',
      'release',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
        const channel = new Channel(400);
        const window = open(channel);
        window.open({ from: 'newest' });
        for (const next of steps) {
          if (next === 'older') window.loadOlder();
          if (next === 'newer') window.loadNewer();
          if (next === 'open') window.open({ from: 'newest' });
          if (next === 'message') window.open({ from: 'message', messageId: idOf(200) });
          if (next === 'follow') window.follow(window.view().page?.atNewest ?? false);
          if (next === 'read') window.follow(false);
          if (next === 'leave') {
            const key = window.view().page?.messages[3]?.id ?? null;
            window.leave({ atEnd: key === null, key, offset: 0, seen: 12 });
          }
          if (next === 'enter') window.enter(null);
          if (next === 'jump') window.jumpToNewest();
          if (next === 'hold') channel.held = true;
          if (next === 'release') channel.release();
          if (next === 'say') {
            channel.say();
            window.changed();
          }
          await settled();
          const messages = window.view().page?.messages ?? [];
          expect(messages.length).toBeLessThanOrEqual(250);
          messages.forEach((one, i) => {
            expect(one.position).toBe((messages[0]?.position ?? 0) + i);
          });
        }
      }),
      { numRuns: 200 },
    );
  });
});
