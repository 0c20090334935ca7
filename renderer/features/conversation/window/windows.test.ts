import { describe, expect, it, vi } from 'vitest';
import type { ChannelId } from '../../../../shared/domain/ids.ts';
import type { MessagePage } from '../../../../shared/rpc/views.ts';
import { idOf, message, page } from '../../../testing/messages.ts';
import { MessageWindows } from './windows.ts';

const channel = (n: number): ChannelId => idOf(n) as ChannelId;

/** A core that answers at once, with every channel's own two messages. */
function windows() {
  const messages = vi.fn(async (): Promise<MessagePage> =>
    page([message({ position: 1 }), message({ position: 2 })]),
  );
  return { messages, windows: new MessageWindows({ messages }, () => {}) };
}

/** Somebody opens a channel, sees its messages, and goes on. */
async function visit(all: MessageWindows, channelId: string): Promise<void> {
  const window = all.get(channelId);
  const stop = window.subscribe(() => {});
  window.enter(null);
  for (let turns = 0; turns < 20; turns++) await Promise.resolve();
  expect(window.view().page?.messages).toHaveLength(2);
  stop();
  window.leave({ atEnd: true, key: null, offset: 0, seen: 12 });
}

describe('the windows of channels', () => {
  it('of the last 24 come back without a question; of a thousand others nothing is kept', async () => {
    const { messages, windows: all } = windows();
    for (let n = 0; n < 1_000; n++) await visit(all, channel(n));
    expect(messages).toHaveBeenCalledTimes(1_000);
    for (let n = 976; n < 1_000; n++) expect(all.get(channel(n)).view().page).not.toBeNull();
    const older = [...Array(976).keys()].map((n) => all.get(channel(n)).view().page);
    expect(older.every((kept) => kept === null)).toBe(true);
    expect(messages).toHaveBeenCalledTimes(1_000);
  });

  it('that nobody shows ask nothing when their channel changes, and give up what they have', async () => {
    const { messages, windows: all } = windows();
    for (let n = 0; n < 20; n++) await visit(all, channel(n));
    messages.mockClear();
    all.changed(Array.from({ length: 20 }, (_, n) => `channel:${channel(n)}` as const));
    expect(messages).not.toHaveBeenCalled();
    expect(all.get(channel(3)).view().page).toBeNull();
  });

  it.each(['company', 'groups'] as const)('are all asked anew where %s changed', async (topic) => {
    const { messages, windows: all } = windows();
    const shown = all.get(channel(0));
    shown.subscribe(() => {});
    shown.enter(null);
    await vi.waitFor(() => expect(shown.view().page).not.toBeNull());
    messages.mockClear();
    all.changed([topic]);
    expect(messages).toHaveBeenCalledTimes(1);
  });

  it('one that is shown stays, however many others were looked at', async () => {
    const { windows: all } = windows();
    const shown = all.get(channel(0));
    shown.subscribe(() => {});
    for (let n = 1; n < 100; n++) await visit(all, channel(n));
    expect(all.get(channel(0))).toBe(shown);
  });
});
