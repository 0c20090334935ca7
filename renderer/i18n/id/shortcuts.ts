import type { Words } from '../words.ts';

export const shortcuts: Words['shortcuts'] = {
  title: 'Pintasan papan ketik',
  group: {
    go: 'Berpindah',
    read: 'Membaca',
    write: 'Menulis',
    window: 'Jendela',
  },
  key: {
    ctrl: 'Ctrl',
    alt: 'Alt',
    shift: 'Shift',
    enter: 'Enter',
    esc: 'Esc',
    up: 'Atas',
    down: 'Bawah',
  },
  do: {
    switcher: 'Cari orang, kanal, pesan, atau perintah',
    nextChannel: 'Percakapan berikutnya',
    previousChannel: 'Percakapan sebelumnya',
    nextUnread: 'Percakapan belum dibaca berikutnya',
    previousUnread: 'Percakapan belum dibaca sebelumnya',
    newMessage: 'Pesan baru',
    people: 'Orang',
    browse: 'Lihat daftar kanal',
    settings: 'Pengaturan',
    markRead: 'Tandai percakapan sudah dibaca',
    searchAll: 'Cari di mana saja',
    searchHere: 'Cari di percakapan',
    details: 'Tampilkan atau sembunyikan rincian',
    sidebar: 'Tampilkan atau sembunyikan daftar percakapan',
    shortcuts: 'Daftar ini',
  },
};
