import type { Words } from '../words.ts';

export const seen: Words['seen'] = {
  one: 'Dilihat',
  some: '{n, plural, other {Dilihat oleh #}}',
  all: 'Dilihat oleh semua',
  who: 'Siapa yang sudah melihat',
  shared: 'Orang-orang di sini melihat siapa yang sudah membaca.',
  policy: 'Siapa yang sudah membaca',
  policyNote:
    'Dalam percakapan dua sampai sembilan orang. Kanal tidak pernah menampilkan siapa yang sudah membaca.',
  policyOn: 'Peserta percakapan melihat siapa yang sudah membaca',
};
