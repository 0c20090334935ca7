import type { Words } from '../words.ts';

export const history: Words['history'] = {
  menu: 'Versi sebelumnya',
  title: 'Riwayat suntingan',
  texts: 'Versi, yang terbaru di atas',
  since: 'Versi saat ini, sejak {when}',
  none: 'Tidak ada versi lama pesan ini yang dapat Anda lihat.',
  partial: 'Sisanya tampil setelah diambil.',
  policy: 'Riwayat suntingan',
  policyNote:
    'Siapa pun yang dapat membaca pesan juga dapat melihat sepuluh versi terakhirnya. Jika dimatikan, versi baru tidak disimpan dan yang lama disembunyikan.',
  marks: 'Tanda pesan yang dihapus',
  marksNote:
    'Tulisan “Pesan ini dihapus” tetap ada di tempatnya. Jika dimatikan, tidak ada yang tampil, kecuali di awal utas.',
};
