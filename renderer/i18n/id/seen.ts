import type { Words } from '../words.ts';

export const seen: Words['seen'] = {
  one: 'Dilihat',
  byOne: 'Dilihat oleh {first}',
  byTwo: 'Dilihat oleh {first} dan {second}',
  more: '{n, plural, other {Dilihat oleh {first}, {second}, dan # lainnya}}',
  all: 'Dilihat oleh semua',
  who: 'Siapa yang sudah melihat',
  shared: 'Orang di sini dapat melihat siapa yang sudah membaca pesannya.',
  policy: 'Tanda sudah dibaca',
  policyNote: 'Tampil di bawah pesan terakhir setiap orang.',
  policyOn: 'Tampilkan siapa yang sudah membaca pesan',
  channels: 'Di kanal',
  channelsNote: 'Kanal yang lebih besar tidak pernah menampilkan siapa yang sudah membaca.',
  never: 'Tidak pernah',
  upTo: '{n, plural, other {Dengan paling banyak # anggota}}',
};
