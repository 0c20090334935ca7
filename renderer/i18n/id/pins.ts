import type { Words } from '../words.ts';

export const pins: Words['pins'] = {
  title: 'Pesan yang disematkan',
  button: '{n, plural, =0 {Pesan yang disematkan} other {# pesan disematkan}}',
  pin: 'Sematkan di percakapan ini',
  unpin: 'Lepas sematan',
  pinnedBy: 'Disematkan oleh {who}',
  by: 'Disematkan oleh {who}, {when}',
  none: 'Belum ada yang disematkan di sini',
  noneNote:
    'Sematkan pesan yang perlu mudah ditemukan semua orang: buka menu pesannya lalu pilih “Sematkan di percakapan ini”.',
  away: 'Pesan ini belum ada di komputer ini. Pesan diambil saat Anda terhubung.',
  partial: 'Mungkin masih ada lagi: pesan lama masih diambil.',
};
