import { describe, expect, it } from 'vitest';
import { messageLink, readMessageLink } from './message-link.ts';

const channelId = '0190a000-0000-7000-8000-000000000001';
const messageId = '0190a000-0000-7000-8000-000000000002';

describe('the address of a message', () => {
  it('leads back to it', () => {
    expect(readMessageLink(messageLink(channelId, messageId))).toEqual({ channelId, messageId });
    expect(readMessageLink(`balai://open/c/${channelId}`)).toEqual({ channelId, messageId: null });
  });

  it.each([
    'https://open/c/1',
    'balai://open/c/1',
    'balai://settings',
    `balai://c/${channelId}`,
    `balai://elsewhere/c/${channelId}`,
    '',
  ])('%j leads nowhere in Balai', (url) => expect(readMessageLink(url)).toBeNull());
});
