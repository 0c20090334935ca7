import sharp from 'sharp';
import { readConfig } from '../../server/config.ts';
import { startRelay } from '../../server/relay.ts';
import type { Internet } from '../../server/services/previews/ask-outside.ts';

/** How often a page was asked. */
const asked = new Map<string, number>();

/** Rice fields below a hill, as newspapers print them. */
const FIELDS = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">
  <rect width="1200" height="630" fill="#bfe0ee"/>
  <circle cx="960" cy="130" r="64" fill="#f6d77a"/>
  <path d="M0 360 L300 150 L560 330 L760 220 L1200 380 V630 H0 Z" fill="#6f9d8a"/>
  <path d="M0 380 Q600 300 1200 400 V630 H0 Z" fill="#8fbf4d"/>
  <path d="M0 470 Q600 390 1200 500 V630 H0 Z" fill="#5f9a35"/>
  <path d="M0 560 Q600 480 1200 580 V630 H0 Z" fill="#3f7a2a"/>
</svg>`;
const picture = await sharp(Buffer.from(FIELDS)).jpeg().toBuffer();

/**
 * An internet of one newspaper: each of its pages says how often it was asked and names one
 * picture, and nothing else is there.
 */
const internet: Internet = {
  resolve: async (host) => (host === 'warta.id' ? ['93.184.216.34'] : []),
  async ask({ href, pathname }) {
    const times = (asked.get(href) ?? 0) + 1;
    asked.set(href, times);
    const isPicture = pathname === '/sawah.jpg';
    async function* body() {
      yield isPicture
        ? picture
        : Buffer.from(
            `<title>Harga beras pekan ini</title>
             <meta property="og:site_name" content="Warta Pasar">
             <meta property="og:image" content="/sawah.jpg">
             <meta property="og:image:alt" content="Sawah di kaki gunung">
             <meta name="description" content="Rata-rata di enam pasar. Dibaca ${times} kali.">`,
          );
    }
    const headers = { 'content-type': isPicture ? 'image/jpeg' : 'text/html; charset=utf-8' };
    return { status: 200, headers, body: body(), close: () => {} };
  },
};

const relay = await startRelay(readConfig(process.argv.slice(2), process.env), { internet });
process.stdout.write(`${JSON.stringify({ listening: relay.url })}\n`);
process.once('SIGTERM', () => void relay.close().then(() => process.exit(0)));
