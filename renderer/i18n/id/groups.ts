import type { Words } from '../words.ts';

export const groups: Words['groups'] = {
  title: 'Grup',
  note: 'Rekan yang bekerja bersama dipanggil dengan satu nama: siapa pun yang menulis @keuangan memanggil anggota grup yang ada di kanal itu.',
  none: 'Belum ada grup. Buat satu untuk sebuah bagian atau regu.',
  one: 'Grup',
  add: 'Buat grup',
  edit: 'Ubah @{name}',
  remove: 'Hapus @{name}',
  removeTitle: 'Hapus grup @{name}?',
  removeNote:
    'Tidak ada lagi yang dipanggil dengan nama ini. Pesan yang pernah memanggilnya tetap ada.',
  removeConfirm: 'Hapus grup',
  dialogNote: 'Semua orang dapat memanggilnya. Hanya administrator yang mengubahnya.',
  name: 'Nama',
  nameHint: 'Huruf kecil, angka, titik, dan tanda hubung, seperti ditulis setelah @.',
  nameBad: 'Nama ini berarti semua orang, atau tidak dapat ditulis. Pilih yang lain.',
  taken: 'Grup lain sudah memakai nama ini.',
  about: 'Untuk apa',
  people: 'Anggota grup',
  empty: 'Belum ada anggotanya',
  more: '{n, plural, other {# orang lagi}}',
  count: '{n, plural, other {# orang}}',
  goneTitle: 'Grup ini sudah tidak ada',
  gone: 'Administrator telah menghapusnya.',
};
