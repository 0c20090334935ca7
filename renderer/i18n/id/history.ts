import type { Words } from '../words.ts';

export const history: Words['history'] = {
  menu: 'Teks sebelumnya',
  title: 'Riwayat suntingan',
  texts: 'Teks, yang terbaru di atas',
  since: 'Sejak {when}',
  none: 'Tidak ada teks lama pesan ini yang boleh Anda lihat.',
  partial: 'Sisanya tampil setelah diambil.',
  policy: 'Riwayat suntingan',
  policyNote:
    'Siapa pun yang membaca pesan juga melihat sepuluh teks terakhirnya. Jika dimatikan, teks lama tidak lagi disimpan dan yang sudah ada tidak ditampilkan.',
  marks: 'Tanda pesan yang dihapus',
  marksNote:
    'Tulisan “Pesan ini dihapus” tetap ada di tempatnya. Jika dimatikan, tidak ada yang tampil, kecuali di awal utas.',
};
