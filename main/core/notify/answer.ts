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

  /** In the order in which they were given; those of others are forgotten. */
  take(userId: string): NoticeAnswer[] {
    const held = this.#held;
    this.#held = [];
    return held.filter((one) => one.userId === userId).map(({ answer }) => answer);
  }
}
