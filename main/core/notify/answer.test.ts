import { describe, expect, it } from 'vitest';
import type { CoreHandlers } from '../../../shared/rpc/core-api.ts';
import type { NoticeAnswer } from '../../../shared/rpc/notice-api.ts';
import { anId } from '../../../shared/testing/office.ts';
import { WholeCore } from '../testing/whole-core.ts';
import { answerNotice, HeldAnswers } from './answer.ts';

const channelId = anId(1) as NoticeAnswer['channelId'];
const rootId = anId(2) as NonNullable<NoticeAnswer['rootId']>;

async function asked(answer: Pick<NoticeAnswer, 'rootId' | 'text'>): Promise<unknown[]> {
  const calls: unknown[] = [];
  const note =
    (name: string) =>
    (args: object): null => {
      calls.push([name, args]);
      return null;
    };
  const core = { send: note('send'), markRead: note('markRead'), readThread: note('readThread') };
  await answerNotice(core as unknown as CoreHandlers, { channelId, position: 7, ...answer });
  return calls;
}

describe('an answer to a notification', () => {
  it('goes into its conversation like any other, and marks it as read', async () => {
    expect(await asked({ rootId: null, text: ' Siap \n' })).toEqual([
      ['send', { channelId, rootId: null, broadcast: false, text: 'Siap' }],
      ['markRead', { channelId, position: 7 }],
    ]);
  });

  it('goes into its thread, and leaves the rest of the channel unread', async () => {
    expect(await asked({ rootId, text: 'Siap' })).toEqual([
      ['send', { channelId, rootId, broadcast: false, text: 'Siap' }],
      ['readThread', { rootId }],
    ]);
  });

  it('sends nothing where it is only read', async () => {
    expect(await asked({ rootId: null, text: null })).toEqual([
      ['markRead', { channelId, position: 7 }],
    ]);
  });

  it('S7: waits in the outbox without a line, also over a restart', async () => {
    const whole = await WholeCore.signedIn();
    whole.fill(3);
    whole.cut();
    const to = { channelId: whole.channelId, rootId: null, position: 5 };
    await whole.api.answerNotice({ ...to, text: 'Saya ke sana' });
    await whole.restart();
    expect(await whole.unsent()).toContain('Saya ke sana');
  });

  it('that cannot be sent keeps no other back, and one for somebody else is forgotten', async () => {
    const sent: string[] = [];
    const core = {
      send: ({ text }: { text: string }) => {
        if (text === 'a') throw new Error('no such channel');
        sent.push(text);
      },
      markRead: () => null,
    } as unknown as CoreHandlers;
    const held = new HeldAnswers();
    const to = { channelId, rootId: null, position: 5 };
    await held.give({ ...to, text: 'a' }, core, 'ayu');
    await held.give({ ...to, text: 'b' }, core, 'budi');
    await held.give({ ...to, text: 'c' }, core, 'ayu');
    const failed: unknown[] = [];
    await held.send('ayu', core, (error) => failed.push(error));
    await held.send('budi', core, (error) => failed.push(error));
    expect(sent).toEqual(['c']);
    expect(failed).toHaveLength(1);
  });
});
