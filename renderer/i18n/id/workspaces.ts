import type { Words } from '../words.ts';

export const workspaces: Words['workspaces'] = {
  title: 'Ruang kerja',
  menu: '{name}: ruang kerja',
  add: 'Tambah ruang kerja',
  addNote:
    'Pakai ruang kerja perusahaan atau tim lain di komputer ini, dengan jendela, warna, data, dan akun sendiri.',
  open: 'Buka {name}',
  waiting: 'Buka {name}: {count, plural, other {# sebutan}}',
  ended: '{name}: Anda tidak lagi memiliki akses',
  revoked: 'Anda tidak lagi memiliki akses ke {name}. Salinannya di komputer ini sudah dihapus.',
  others: 'Ruang kerja Anda yang lain',
  forget: 'Hapus {name} dari daftar',
  notice: '{title} · {workspace}',
};
