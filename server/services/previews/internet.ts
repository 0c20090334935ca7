import { lookup } from 'node:dns/promises';
import { request as http, type RequestOptions } from 'node:http';
import { request as https } from 'node:https';
import { isIP } from 'node:net';
import type { Internet, PageAnswer, Wanted } from './ask-outside.ts';

/** Pages see who asks, and nothing else: no cookies, no referrer, nothing of who wrote the link. */
const HEADERS = {
  'user-agent': 'Mozilla/5.0 (compatible; BalaiLinkPreview/1.0)',
  'accept-encoding': 'identity',
};
const ACCEPT: Readonly<Record<Wanted, string>> = {
  page: 'text/html,application/xhtml+xml',
  picture: 'image/webp,image/jpeg,image/png,image/gif,image/avif',
};
const HEADER_BYTES = 16 * 1_024;

/** The real one. */
export const internet: Internet = {
  async resolve(host) {
    const found = await lookup(host, { all: true });
    return found.map(({ address }) => address);
  },
  ask: (url, address, signal, wanted) =>
    new Promise<PageAnswer>((resolve, reject) => {
      const family = isIP(address);
      const options: RequestOptions = {
        ...{
          headers: { ...HEADERS, accept: ACCEPT[wanted] },
          signal,
          agent: false,
          maxHeaderSize: HEADER_BYTES,
        },
        // The name was looked up and looked at; a second look-up might say something else.
        lookup: (_host, { all }, done) =>
          all === true ? done(null, [{ address, family }]) : done(null, address, family),
      };
      const asked = (url.protocol === 'https:' ? https : http)(url, options, (answer) => {
        const { statusCode: status = 0, headers } = answer;
        resolve({ status, headers, body: answer, close: () => void answer.destroy() });
      });
      asked.once('error', reject);
      asked.end();
    }),
};
