import { readConfig } from '../../server/config.ts';
import { startRelay } from '../../server/relay.ts';
import type { Internet } from '../../server/services/previews/fetch-page.ts';

/** How often a page was asked. */
const asked = new Map<string, number>();

/** An internet of one newspaper: each of its pages says how often it was asked, and nothing else is there. */
const internet: Internet = {
  resolve: async (host) => (host === 'warta.id' ? ['93.184.216.34'] : []),
  async ask({ href }) {
    const times = (asked.get(href) ?? 0) + 1;
    asked.set(href, times);
    async function* body() {
      yield Buffer.from(
        `<title>Harga beras pekan ini</title>
         <meta property="og:site_name" content="Warta Pasar">
         <meta name="description" content="Rata-rata di enam pasar. Dibaca ${times} kali.">`,
      );
    }
    const headers = { 'content-type': 'text/html; charset=utf-8' };
    return { status: 200, headers, body: body(), close: () => {} };
  },
};

const relay = await startRelay(readConfig(process.argv.slice(2), process.env), { internet });
process.stdout.write(`${JSON.stringify({ listening: relay.url })}\n`);
process.once('SIGTERM', () => void relay.close().then(() => process.exit(0)));
