import type { Words } from '../words.ts';

export const common: Words['common'] = {
  cancel: 'Batal',
  save: 'Simpan',
  close: 'Tutup',
  retry: 'Coba lagi',
  discard: 'Buang',
  copyText: 'Salin teks',
  copied: 'Sudah disalin.',
  remove: 'Hapus {name}',
  you: 'Anda',
  youFirst: 'Anda',
  youNamed: '{name} (Anda)',
  optional: 'tidak wajib',
  waiting: 'Menunggu jaringan',
};
