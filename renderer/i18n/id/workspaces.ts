import type { Words } from '../words.ts';

export const workspaces: Words['workspaces'] = {
  title: 'Ruang kerja',
  menu: '{name}: ruang kerja',
  add: 'Tambah ruang kerja',
  addNote:
    'Perusahaan atau tim lain di komputer ini: dengan jendela dan warna sendiri, data sendiri, dan akun sendiri.',
  open: 'Buka {name}',
  waiting: 'Buka {name}: {count, plural, other {# sebutan}}',
  ended: '{name}: akses sudah dicabut',
  others: 'Ruang kerja Anda yang lain',
  forget: 'Hapus {name} dari daftar',
  notice: '{title} · {workspace}',
};
