import type { Words } from '../words.ts';

export const app: Words['app'] = {
  skip: 'Langsung ke percakapan',
  rail: 'Tempat utama',
  home: 'Beranda',
  search: 'Cari',
  people: 'Orang',
  browse: 'Kanal',
  settings: 'Pengaturan',
  create: 'Buat',
  createChannel: 'Kanal baru',
  createMessage: 'Pesan baru',
  ownMenu: '{name}: status dan profil',
  setStatus: 'Atur status',
  clearStatus: 'Hapus status',
  ownProfile: 'Profil',
  openSidebar: 'Tampilkan daftar percakapan',
  resize: 'Lebar bilah samping',
  main: 'Percakapan',
  panel: 'Rincian',
  startingAgain: 'Balai sedang dimulai kembali',
  startingAgainNote: 'Tulisan Anda tetap tersimpan. Ini hanya beberapa detik.',
  stopped: 'Balai sudah berhenti.',
  stoppedNote:
    'Tulisan Anda tersimpan di komputer ini. Jalankan Balai lagi; halaman ini boleh ditutup.',
  readFailed:
    'Sebagian halaman ini tidak dapat dibaca. Pesan Anda aman. Buka lagi halaman ini; jika tetap begitu, mulai ulang Balai.',
  writeFailed: 'Ini belum dilakukan, dan tidak ada yang hilang. Silakan coba sekali lagi.',
  outsideRefused: 'Tautan ini tidak dibuka karena tidak menuju ke halaman web atau alamat surel.',
  notFoundTitle: 'Percakapan ini tidak ada di sini',
  notFoundNote:
    'Percakapan ini sudah dihapus, atau Anda bukan anggotanya. Yang dapat Anda baca ada di daftar.',
  notFoundAction: 'Lihat daftar kanal',
  homeTitle: 'Selamat datang di {workspace}',
  homeNote: 'Pilih percakapan di sebelah kiri, atau mulai yang baru.',
  homeAction: 'Pesan baru',
};
