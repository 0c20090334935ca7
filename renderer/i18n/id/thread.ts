import type { Words } from '../words.ts';

export const thread: Words['thread'] = {
  title: 'Utas',
  messages: 'Pesan di utas ini',
  reply: 'Balas…',
  replyLabel: 'Balas di utas',
  also: 'Kirim juga ke #{channel}',
  alsoHere: 'Kirim juga ke percakapan',
  notHereTitle: 'Utas ini tidak ada di sini',
  notHere: 'Pesan pertamanya belum ada di komputer ini. Pesan diambil saat Anda terhubung.',
};
