import { describe, expect, it } from 'vitest';
import { messageLink, readMessageLink, webLink } from './message-link.ts';

const channelId = '0190a000-0000-7000-8000-000000000001';
const messageId = '0190a000-0000-7000-8000-000000000002';

describe('the address of a message', () => {
  it('leads back to it', () => {
    const place = { address: null, channelId, messageId };
    expect(readMessageLink(messageLink(channelId, messageId))).toEqual(place);
    expect(readMessageLink(`balai://open/c/${channelId}`)).toEqual({ ...place, messageId: null });
  });

  it.each(['https://balai.example', 'http://127.0.0.1:7420'])(
    'for elsewhere names the relay %s',
    (address) => {
      const link = webLink(address, channelId, messageId);
      expect(link).toBe(`${address}/open/c/${channelId}/m/${messageId}`);
      expect(readMessageLink(link)).toEqual({ address, channelId, messageId });
    },
  );

  it.each([
    'https://open/c/1',
    'balai://open/c/1',
    'balai://settings',
    `balai://c/${channelId}`,
    `balai://elsewhere/c/${channelId}`,
    `https://balai.example/elsewhere/open/c/${channelId}`,
    `https://balai.example@other.example/open/c/${channelId}`,
    `https://balai.example/open/c/${channelId}?to=other`,
    `ftp://balai.example/open/c/${channelId}`,
    '',
  ])('%j leads nowhere in Balai', (url) => expect(readMessageLink(url)).toBeNull());
});
