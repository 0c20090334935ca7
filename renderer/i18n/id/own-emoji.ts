import type { Words } from '../words.ts';

export const ownEmoji: Words['ownEmoji'] = {
  title: 'Emoji ruang kerja',
  note: 'Semua orang dapat memakainya dengan mengetik namanya di antara titik dua.',
  none: 'Belum ada. Buat satu dari gambar kecil.',
  noneAsk: 'Belum ada. Administrator dapat menambahkannya.',
  add: 'Tambah emoji',
  create: 'Tambah emoji',
  name: 'Nama',
  nameHint: 'Seperti ditulis di antara titik dua: huruf kecil a sampai z, angka, tanda hubung.',
  nameBad:
    'Gunakan 2 sampai 40 huruf kecil a sampai z, angka, tanda hubung; awali dengan huruf atau angka.',
  taken: 'Sudah ada emoji dengan nama ini. Pilih yang lain.',
  remove: 'Hapus :{name}:',
  removeTitle: 'Hapus :{name}: ?',
  removeNote: 'Di tempat emoji ini pernah dipakai, namanya tetap tampil.',
  removeConfirm: 'Hapus emoji',
  policy: 'Semua orang dapat menambah emoji',
  policyNote:
    'Gambar kecil dengan nama. Jika dimatikan, hanya administrator yang dapat menambahkannya.',
  problem: {
    not_a_picture: 'Ini bukan gambar. Pilih PNG, GIF, WebP, atau JPEG.',
    too_large: 'Gambar ini terlalu besar untuk emoji. Pilih yang di bawah 48 KB dan 512 piksel.',
  },
};
