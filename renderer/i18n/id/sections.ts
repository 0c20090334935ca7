import type { Words } from '../words.ts';

export const sections: Words['sections'] = {
  new: 'Bagian baru',
  rename: 'Ganti nama bagian',
  name: 'Nama bagian',
  note: 'Bagian ini milik Anda sendiri: orang lain tidak melihatnya, dan sama di semua perangkat Anda.',
  menu: 'Bagian {name}',
  up: 'Naikkan',
  down: 'Turunkan',
  remove: 'Hapus bagian',
  moveTitle: 'Di mana tempat {name}?',
  choose: 'Bagian',
  none: 'Tanpa bagian khusus',
  empty: 'Pindahkan percakapan ke sini lewat menunya, atau seret.',
};
