import type { Words } from '../words.ts';

export const people: Words['people'] = {
  title: 'Orang',
  search: 'Cari menurut nama, jabatan, atau bagian',
  emptyTitle: 'Tidak ada orang dengan nama itu',
  empty:
    'Coba kurangi hurufnya. Tanpa jaringan, hanya rekan yang diketahui di komputer ini yang ditemukan.',
  noneTitle: 'Belum ada rekan kerja',
  none: 'Rekan kerja tampil di sini begitu mereka bergabung.',
  showAll: 'Tampilkan semua',
  profile: 'Profil',
  message: 'Kirim pesan',
  localTime: 'Waktu setempat {time}',
  sameTime: '{time}, sama dengan di sini',
  hoursAhead: '{hours} lebih cepat dari Anda',
  hoursBehind: '{hours} lebih lambat dari Anda',
  department: 'Bagian',
  location: 'Lokasi',
  name: 'Nama akun',
  timeZone: 'Zona waktu',
  statusUntil: 'sampai {when}',
  roleLabel: 'Peran',
  role: {
    owner: 'Pemilik ruang kerja',
    admin: 'Administrator',
    member: 'Anggota',
  },
  bot: 'Bot',
  disabled: 'Sudah tidak di sini',
  presence: {
    active: 'Aktif',
    away: 'Tidak di tempat',
    offline: 'Luring',
  },
  notFoundTitle: 'Orang ini belum dikenal di sini',
  notFound: 'Profilnya diambil saat Anda terhubung.',
  editProfile: 'Ubah profil',

  newTitle: 'Pesan baru',
  newTo: 'Kepada',
  newHint: 'Ketik nama. Paling banyak 8 rekan kerja.',
  newStart: 'Mulai menulis',
  newTooMany:
    'Satu percakapan memuat paling banyak 8 rekan kerja. Untuk lebih banyak orang, buat kanal.',
  chosen: 'Orang yang dipilih',
  suggestions: 'Rekan kerja',
};
