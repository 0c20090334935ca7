import { describe, expect, it } from 'vitest';
import { idOf } from '../../testing/messages.ts';
import { messageLink, readMessageLink } from './message-link.ts';

describe('the address of a message', () => {
  it('leads back to it', () => {
    expect(readMessageLink(messageLink(idOf(1), idOf(2)))).toEqual({
      channelId: idOf(1),
      messageId: idOf(2),
    });
    expect(readMessageLink(`balai://c/${idOf(1)}`)).toEqual({
      channelId: idOf(1),
      messageId: null,
    });
  });

  it.each(['https://c/1', 'balai://c/1', 'balai://settings', ''])(
    '%j leads nowhere in Balai',
    (url) => expect(readMessageLink(url)).toBeNull(),
  );
});
