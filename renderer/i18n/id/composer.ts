import type { Words } from '../words.ts';

export const composer: Words['composer'] = {
  add: 'Tambah',
  placeholder: 'Pesan ke {place}',
  choices: 'Saran',
  notHere: 'Bukan anggota kanal ini',
  everybody: {
    channel: 'Beri tahu semua orang di kanal ini',
    here: 'Beri tahu semua yang sedang aktif di sini',
  },
  ringTitle: '{n, plural, other {Beri tahu # orang?}}',
  ringNote:
    'Semuanya akan mendapat pemberitahuan jika sedang dalam jam kerja. Sebut yang berkepentingan saja, atau kirim jika memang untuk semuanya.',
  ringBack: 'Kembali ke pesan',
  ringSend: '{n, plural, other {Beri tahu # orang}}',
  formatting: 'Format',
  mention: 'Sebut seseorang',
  send: 'Kirim',
  left: '{n, plural, other {sisa {count} karakter}}',
  tooLong: '{n, plural, other {kelebihan # karakter}}',
  editLabel: 'Sunting pesan',
  editHint: 'Esc untuk batal, Enter untuk simpan',
  editHintShift: 'Esc untuk batal, Shift+Enter untuk simpan',
  format: {
    bold: 'Tebal',
    italic: 'Miring',
    strike: 'Coret',
    code: 'Kode',
    block: 'Blok kode',
    list: 'Daftar',
    numbers: 'Daftar bernomor',
    quote: 'Kutipan',
  },
};
