import type { Words } from '../words.ts';

export const ownEmoji: Words['ownEmoji'] = {
  title: 'Emoji ruang kerja',
  note: 'Semua orang di sini dapat memakainya, ditulis dengan namanya di antara titik dua.',
  none: 'Belum ada. Buat satu dari gambar kecil.',
  noneAsk: 'Belum ada. Administrator ruang kerja ini yang membuatnya.',
  add: 'Tambah emoji',
  name: 'Nama',
  nameHint: 'Seperti ditulis di antara titik dua: huruf kecil a sampai z, angka, tanda hubung.',
  nameBad:
    'Gunakan 2 sampai 40 huruf kecil a sampai z, angka, tanda hubung; awali dengan huruf atau angka.',
  taken: 'Sudah ada emoji dengan nama ini. Pilih yang lain.',
  remove: 'Hapus :{name}:',
  removeTitle: 'Hapus :{name}: ?',
  removeNote: 'Di tempat emoji ini pernah dipakai, namanya tetap tampil.',
  removeConfirm: 'Hapus emoji',
  policy: 'Semua orang boleh membuat emoji',
  policyNote: 'Gambar kecil bernama. Jika dimatikan, hanya administrator yang membuatnya.',
  problem: {
    not_a_picture: 'Ini bukan gambar. Pilih PNG, GIF, WebP, atau JPEG.',
    too_large: 'Gambar ini terlalu besar untuk emoji. Pilih yang di bawah 48 KB dan 512 piksel.',
  },
};
