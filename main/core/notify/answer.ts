import type { CoreHandlers } from '../../../shared/rpc/core-api.ts';
import type { NoticeAnswer } from '../../../shared/rpc/notice-api.ts';

/**
 * What was answered to a notification, by the same commands as in the app, so that it waits in the
 * outbox without a line. Whoever answers has read.
 */
export async function answerNotice(
  core: Pick<CoreHandlers, 'send' | 'markRead' | 'readThread'>,
  { channelId, rootId, position, text }: NoticeAnswer,
): Promise<null> {
  const words = text?.trim() ?? '';
  if (words !== '') await core.send({ channelId, rootId, broadcast: false, text: words });
  if (rootId === null) await core.markRead({ channelId, position });
  else await core.readThread({ rootId });
  return null;
}
