import type { Words } from '../words.ts';

export const switcher: Words['switcher'] = {
  label: 'Cari orang, kanal, pesan, dan perintah',
  recent: 'Terbaru',
  goTo: 'Buka',
  messages: 'Pesan di komputer ini',
  do: 'Perintah',
  join: 'belum diikuti',
  unread: '{n, plural, other {# belum dibaca}}',
  in: '{name} di {place}',
  timeThere: '{time} di sana',
  move: 'pindah',
  open: 'buka',
  allResults: 'semua pesan yang cocok',
  emptyTitle: 'Tidak ada yang cocok dengan “{query}”',
  empty: 'Coba kurangi hurufnya, atau cari di semua pesan dengan Ctrl dan Enter.',
  someone: 'seseorang',
  command: {
    pause: 'Jeda pemberitahuan selama 1 jam',
    paused: 'Pemberitahuan dijeda selama 1 jam.',
    endPause: 'Akhiri jeda pemberitahuan',
    pauseEnded: 'Pemberitahuan aktif lagi.',
    theme: {
      light: 'Tema terang',
      dark: 'Tema gelap',
      contrast: 'Tema kontras tinggi',
      system: 'Tema mengikuti sistem',
    },
  },
};
