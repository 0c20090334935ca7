import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * `/open/c/<channel>[/m/<message>]`: where a link leads that somebody pasted outside of Balai. The
 * page only hands the address on to the app. It asks the store nothing and says nothing of what is
 * there, so anybody may have it.
 */
export function registerOpenPage(app: FastifyInstance): void {
  app.get('/open/c/:channelId', answer);
  app.get('/open/c/:channelId/m/:messageId', answer);
}

interface Place {
  readonly channelId: string;
  readonly messageId?: string;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function answer(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { channelId, messageId } = request.params as Place;
  if (!ID.test(channelId) || (messageId !== undefined && !ID.test(messageId))) {
    reply.callNotFound();
    return reply;
  }
  const message = messageId === undefined ? '' : `/m/${messageId}`;
  return reply
    .type('text/html; charset=utf-8')
    .headers({
      'content-security-policy': `default-src 'none'; style-src '${STYLE_HASH}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'public, max-age=3600',
      vary: 'accept-language',
    })
    .send(pageOf(`balai://open/c/${channelId}${message}`, languageOf(request)));
}

const WORDS = {
  en: {
    what: 'This link opens in Balai.',
    open: 'Open in Balai',
    else: 'Nothing happens? Balai must be installed on this computer, and you must be signed in. Ask your IT team for it.',
  },
  id: {
    what: 'Tautan ini dibuka di Balai.',
    open: 'Buka di Balai',
    else: 'Tidak terbuka? Balai harus terpasang di komputer ini dan Anda sudah masuk. Hubungi tim TI Anda.',
  },
  ar: {
    what: 'هذا الرابط يقود إلى Balai.',
    open: 'الفتح في Balai',
    else: 'لم يفتح شيء؟ يجب أن يكون Balai على هذا الحاسوب وأن تكون قد سجلت الدخول. اطلبه من قسم تقنية المعلومات.',
  },
} as const;
type Language = keyof typeof WORDS;

/** The first of the reader's languages that there are words for. */
function languageOf({ headers }: FastifyRequest): Language {
  const asked = (headers['accept-language'] ?? '').split(',').map((one) => one.trim().slice(0, 2));
  return asked.find((one): one is Language => one in WORDS) ?? 'en';
}

const STYLE = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { display: grid; place-content: center; gap: 12px; min-height: 100vh; margin: 0 24px; max-width: 36rem; margin-inline: auto; text-align: center; }
p { margin: 0; }
a { justify-self: center; padding: 10px 20px; border-radius: 8px; background: #0b6a8a; color: #fff; text-decoration: none; font-weight: 600; }
small { color: GrayText; }
`;
const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`;

/** `link` is made of ids alone, so that nothing in it needs to be escaped. */
function pageOf(link: string, language: Language): string {
  const words = WORDS[language];
  return `<!doctype html>
<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${link}">
<title>Balai</title>
<style>${STYLE}</style>
</head>
<body>
<p>${words.what}</p>
<a href="${link}">${words.open}</a>
<small>${words.else}</small>
</body>
</html>
`;
}
