import type { Words } from '../words.ts';

export const sections: Words['sections'] = {
  new: 'Bagian baru',
  create: 'Buat bagian',
  rename: 'Ganti nama bagian',
  name: 'Nama bagian',
  note: 'Hanya Anda yang melihat bagian ini, dan tampilannya sama di semua perangkat Anda.',
  menu: 'Bagian {name}',
  up: 'Naikkan',
  down: 'Turunkan',
  remove: 'Hapus bagian',
  moveTitle: 'Pindahkan {name} ke bagian',
  choose: 'Bagian',
  none: 'Tanpa bagian',
  empty: 'Seret percakapan ke sini, atau pindahkan lewat menunya.',
};
