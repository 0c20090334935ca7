import type { Words } from '../words.ts';

export const search: Words['search'] = {
  title: 'Cari',
  everywhere: 'di mana saja',
  label: 'Cari pesan',
  labelHere: 'Cari di {place}',
  clear: 'Kosongkan pencarian',
  choices: 'Saran',
  direct: 'pesan langsung',
  to: 'kepada {name}',
  results: 'Pesan yang ditemukan',
  hints: 'Persempit pencarian',
  noneTitle: 'Tidak ditemukan',
  none: 'Coba kurangi katanya, atau tulis awal katanya saja.',
  noneSyncing: 'Pesan lama masih diambil ke komputer ini. Coba lagi nanti.',
  wider: 'Cari di mana saja',
  away: 'belum ada di komputer ini',
  reach: {
    asking: 'Mencari di server…',
    offline: 'Anda luring: hanya yang ada di komputer ini yang dicari.',
    marks: 'Pesan lama masih diambil; sebagian yang disematkan mungkin belum ada di sini.',
    unavailable: 'Server belum dapat mencari saat ini: hanya yang ada di komputer ini yang dicari.',
  },
  hint: {
    from: 'ditulis oleh seseorang',
    in: 'di sebuah kanal atau percakapan',
    before: 'sebelum suatu hari',
    after: 'sesudah suatu hari',
    on: 'pada suatu hari, bulan, atau tahun',
    has: 'berisi tautan, atau disematkan',
    phrase: 'persis kata-kata ini',
  },
  mark: {
    link: 'berisi tautan',
    pin: 'disematkan di percakapannya',
  },
  problem: {
    unknown_person: 'Tidak ada yang bernama “{word}”.',
    unknown_channel: 'Tidak ada kanal bernama “{word}”.',
    bad_date: '“{word}” bukan tanggal. Tulis seperti 2026-11-20 atau kemarin.',
    unknown_filter: 'Tidak ada saringan “{word}”; ini dicari sebagai kata.',
  },
};
