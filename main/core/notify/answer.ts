import type { CoreHandlers } from '../../../shared/rpc/core-api.ts';
import type { NoticeAnswer } from '../../../shared/rpc/notice-api.ts';

type Answering = Pick<CoreHandlers, 'send' | 'markRead' | 'readThread'>;

/**
 * What was answered to a notification, by the same commands as in the app, so that it waits in the
 * outbox without a line. Whoever answers has read.
 */
export async function answerNotice(
  core: Answering,
  { channelId, rootId, position, text }: NoticeAnswer,
): Promise<null> {
  const words = text?.trim() ?? '';
  if (words !== '') await core.send({ channelId, rootId, broadcast: false, text: words });
  if (rootId === null) await core.markRead({ channelId, position });
  else await core.readThread({ rootId });
  return null;
}

interface Held {
  readonly userId: string;
  readonly answer: NoticeAnswer;
}

/**
 * What was answered while the cache is closed: in memory alone, since the key to write it down is
 * not there either. It is for whoever the notification was for, and for nobody else who comes in.
 */
export class HeldAnswers {
  #held: Held[] = [];

  /** `closedTo`: the person whose cache is closed at the moment. */
  async give(answer: NoticeAnswer, core: Answering, closedTo: string | undefined): Promise<null> {
    if (closedTo === undefined) return answerNotice(core, answer);
    this.#held.push({ userId: closedTo, answer });
    return null;
  }

  /**
   * The cache of this person is open: their answers go out in the order in which they were given,
   * those of others are forgotten. One that cannot be sent keeps no other back.
   */
  async send(userId: string, core: Answering, failed: (error: unknown) => void): Promise<void> {
    const held = this.#held;
    this.#held = [];
    for (const one of held) {
      if (one.userId === userId) await answerNotice(core, one.answer).catch(failed);
    }
  }
}
