import type { Words } from '../words.ts';

export const previews: Words['previews'] = {
  remove: 'Hapus pratinjau',
  policy: 'Pratinjau tautan',
  policyNote:
    'Server membuka halaman yang ditautkan lalu menampilkan judul dan gambar kecilnya di bawah pesan. Halaman itu tidak melihat komputer siapa pun. Pratinjau yang sudah ada tetap ada sampai dihapus.',
};
