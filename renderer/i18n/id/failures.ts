import type { Words } from '../words.ts';

export const refusal: Words['refusal'] = {
  invalid: {
    what: 'Server tidak dapat menerimanya.',
    next: 'Salin teksnya, ubah, lalu kirim lagi.',
  },
  unknown_command: {
    what: 'Versi server lebih lama daripada aplikasi ini dan belum mengenal perintah ini.',
    next: 'Biarkan di sini dan coba lagi setelah server diperbarui.',
  },
  id_taken: {
    what: 'Server sudah menyimpan hal lain dengan ID ini.',
    next: 'Salin teksnya lalu kirim lagi.',
  },
  not_found: {
    what: 'Pesan atau kanal tujuannya sudah tidak ada.',
    next: 'Salin teksnya jika perlu, lalu buang.',
  },
  not_member: {
    what: 'Anda bukan anggota lagi.',
    next: 'Salin teksnya dan kirim ke tempat lain, atau minta seorang anggota menambahkan Anda.',
  },
  forbidden: {
    what: 'Anda tidak berhak melakukannya di sini.',
    next: 'Minta bantuan pemilik kanal atau administrator.',
  },
  archived: {
    what: 'Kanal ini sudah diarsipkan.',
    next: 'Salin teksnya dan kirim ke tempat lain, atau minta pemilik kanal membuka arsipnya.',
  },
  deleted: {
    what: 'Pesan ini sudah lebih dulu dihapus.',
    next: 'Salin teks Anda jika perlu, lalu buang.',
  },
  stale: {
    what: 'Pesan ini sudah lebih dulu diubah.',
    next: 'Bandingkan kedua teks, lalu pertahankan yang benar.',
  },
  name_taken: {
    what: 'Nama ini sudah dipakai.',
    next: 'Pilih nama lain.',
  },
  too_many: {
    what: 'Ini terlalu banyak untuk sekali kirim.',
    next: 'Bagi menjadi beberapa bagian yang lebih kecil.',
  },
  disabled: {
    what: 'Akun Anda sudah dinonaktifkan.',
    next: 'Salin yang Anda perlukan dan hubungi tim TI Anda.',
  },
  file_taken: {
    what: 'Berkas ini sudah menjadi bagian dari pesan lain.',
    next: 'Hapus dari sini, lalu lampirkan lagi.',
  },
  file_waiting: {
    what: 'Berkas dalam pesan itu masih diunggah.',
    next: 'Coba lagi setelah berkasnya terunggah.',
  },
  sent: {
    what: 'Pesan ini ternyata sudah terkirim.',
    next: 'Ubah atau hapus di percakapannya, lalu buang yang ini.',
  },
  closed: {
    what: 'Polling ini sudah ditutup.',
    next: 'Buang yang ini; hasilnya tetap seperti yang tampil.',
  },
  has_task: {
    what: 'Pesan ini sudah punya tugas.',
    next: 'Ubah saja tugas yang sudah ada.',
  },
  not_here: {
    what: 'Orang ini tidak ada di percakapan.',
    next: 'Tambahkan dulu, atau berikan kepada orang lain.',
  },
};

export const problem: Words['problem'] = {
  client_too_old: {
    what: 'Versi Balai ini terlalu lama untuk server. Yang ada di komputer ini tetap dapat dibaca.',
    next: 'Perbarui Balai, atau minta bantuan tim TI Anda.',
  },
  client_too_new: {
    what: 'Versi server lebih lama daripada versi Balai ini. Yang ada di komputer ini tetap dapat dibaca.',
    next: 'Minta tim TI Anda memperbarui server.',
  },
  session_ended: {
    what: 'Sesi Anda sudah berakhir. Tulisan Anda tetap tersimpan di komputer ini.',
    next: 'Silakan masuk lagi.',
  },
  revoked: {
    what: 'Akses komputer ini sudah dicabut, dan salinannya dihapus.',
    next: 'Hubungi tim TI Anda jika ini keliru.',
  },
  unavailable: {
    what: 'Server sedang sibuk atau dalam pemeliharaan. Tulisan Anda tetap tersimpan.',
    next: 'Anda tidak perlu melakukan apa-apa: Balai terus mencoba.',
  },
  no_relay: {
    what: 'Server tidak menjawab. Tulisan Anda tetap tersimpan.',
    next: 'Periksa jaringan; Balai terus mencoba.',
  },
  not_a_relay: {
    what: 'Yang menjawab di alamat ini bukan server Balai. Tulisan Anda tetap tersimpan.',
    next: 'Mungkin terhalang halaman masuk jaringan. Buka halaman itu di peramban, lalu coba lagi.',
  },
  bad_certificate: {
    what: 'Server tidak dapat membuktikan identitasnya, jadi tidak ada yang dikirim.',
    next: 'Periksa jam komputer ini, atau beri tahu tim TI Anda.',
  },
  lease_over: {
    what: 'Komputer ini terlalu lama luring, jadi salinannya dikunci.',
    next: 'Sambungkan ke jaringan untuk membukanya.',
  },
  disk_full: {
    what: 'Disk penuh, jadi tidak ada lagi yang dapat disimpan. Yang sudah tersimpan tetap aman.',
    next: 'Kosongkan sedikit ruang lalu coba lagi.',
  },
  read_only: {
    what: 'Balai tidak dapat menulis ke foldernya. Yang sudah tersimpan tetap aman.',
    next: 'Periksa hak akses foldernya, atau beri tahu tim TI Anda.',
  },
  no_key: {
    what: 'Kunci salinan terenkripsi di komputer ini tidak ada, jadi salinannya tidak dapat dibuka. Yang sudah terkirim ada di server.',
    next: 'Buka penyimpan kunci lalu coba lagi, atau masuk lagi untuk mengambil salinan baru.',
  },
  passphrase: {
    what: 'Salinan di komputer ini dilindungi frasa sandi.',
    next: 'Ketik frasanya untuk melanjutkan, atau masuk lagi untuk mengambil salinan baru.',
  },
  wrong_key: {
    what: 'Kunci di komputer ini tidak cocok dengan salinan terenkripsinya. Salinan itu tidak diubah.',
    next: 'Jika Anda memindahkan folder atau memulihkan cadangan, pulihkan juga penyimpan kuncinya lalu coba lagi, atau masuk lagi untuk mengambil salinan baru.',
  },
  damaged: {
    what: 'Disk ini terus merusak data Balai. Yang sudah terkirim ada di server.',
    next: 'Periksakan disk komputer ini sebelum melanjutkan, atau beri tahu tim TI Anda.',
  },
  clock: {
    what: 'Jam komputer ini salah. Yang Anda kirim mendapat waktu yang benar dari server; yang masih menunggu menampilkan waktu yang salah.',
    next: 'Atur tanggal dan waktu komputer ini.',
  },
};

export const signInProblem: Words['signInProblem'] = {
  bad_address: {
    what: 'Ini bukan alamat ruang kerja.',
    next: 'Bentuknya seperti balai.perusahaan.co.id, tanpa spasi.',
  },
  no_relay: {
    what: 'Tidak ada yang menjawab di alamat ini.',
    next: 'Periksa ejaan dan jaringan Anda.',
  },
  not_a_relay: {
    what: 'Ada yang menjawab, tetapi bukan Balai.',
    next: 'Periksa alamatnya; di jaringan tamu, masuk dulu ke jaringan.',
  },
  bad_certificate: {
    what: 'Ruang kerja tidak dapat membuktikan identitasnya. Tidak ada yang dikirim.',
    next: 'Periksa jam komputer ini, atau tanyakan kepada tim TI Anda.',
  },
  client_too_old: {
    what: 'Versi Balai ini terlalu lama untuk ruang kerja ini.',
    next: 'Perbarui Balai, lalu masuk.',
  },
  client_too_new: {
    what: 'Ruang kerja ini memakai versi Balai yang lebih lama.',
    next: 'Minta tim TI Anda memperbarui server.',
  },
  bad_credentials: {
    what: 'Nama dan kata sandi tidak cocok.',
    next: 'Periksa keduanya, juga tombol Caps Lock. Jika lupa, mintalah kode baru kepada tim TI.',
  },
  invite_invalid: {
    what: 'Undangan ini tidak berlaku, atau sudah dipakai.',
    next: 'Minta undangan yang baru.',
  },
  weak_password: {
    what: 'Kata sandi ini terlalu mudah ditebak.',
    next: 'Pakai sedikitnya 10 karakter.',
  },
  disabled: {
    what: 'Akun ini sudah dinonaktifkan.',
    next: 'Hubungi tim TI Anda.',
  },
  rate_limited: {
    what: 'Terlalu banyak percobaan.',
    next: 'Tunggu sebentar sebelum mencoba lagi.',
  },
  unavailable: {
    what: 'Ruang kerja sedang sibuk atau dalam pemeliharaan.',
    next: 'Coba lagi dalam satu menit.',
  },
  storage: {
    what: 'Balai tidak dapat menulis ke foldernya di komputer ini.',
    next: 'Kosongkan ruang atau periksa hak akses foldernya, lalu coba lagi.',
  },
  key_store: {
    what: 'Penyimpan kunci komputer ini tidak memberi akses, jadi tidak ada yang disimpan.',
    next: 'Buka penyimpan kunci, lalu coba lagi.',
  },
};
