import type { Words } from '../words.ts';

export const checklists: Words['checklists'] = {
  checklist: 'Daftar periksa',
  new: 'Daftar periksa baru',
  make: 'Kirim daftar periksa',
  title: 'Judul',
  items: 'Butir',
  item: 'Butir {n}',
  newItem: 'Butir baru',
  add: 'Tambah butir',
  removeField: 'Hapus butir {n}',
  remove: 'Hapus “{text}”',
  done: '{done} dari {all} selesai',
};
