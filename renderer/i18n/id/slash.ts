import type { Words } from '../words.ts';

export const slash: Words['slash'] = {
  unknown: 'Tidak ada perintah /{name}. Ketik / untuk melihat semuanya.',
  notHere: '/{name} tidak berlaku di pesan langsung. Pakai di kanal.',
  asText: 'Kirim sebagai teks',
  poll: {
    words: 'Minta semua orang di sini memilih',
    usage: 'pertanyaannya; jawaban ditulis setelah ini',
  },
  task: {
    words: 'Buat tugas',
    usage: 'apa yang dikerjakan; siapa dan kapan dipilih setelah ini',
  },
  checklist: {
    words: 'Buat daftar untuk dicentang bersama',
    usage: 'judulnya; isinya ditulis setelah ini',
  },
  remind: {
    words: 'Pasang pengingat untuk Anda sendiri',
    usage: 'kapan dan apa: besok 9:00 telepon vendor',
    noTime: 'Waktu itu tidak dikenali. Coba: besok 9:00, 2 jam lagi, senin jam 10.',
    noText: 'Tulis juga apa yang perlu diingatkan.',
    done: 'Anda akan diingatkan {when}. Catatannya ada di percakapan dengan diri sendiri.',
  },
  status: {
    words: 'Atur status Anda',
    usage:
      'kata-katanya, boleh dengan emoji dan batas waktu: 📅 Rapat sampai 16:00; hapus menghilangkannya',
    noText: 'Status perlu beberapa kata, paling banyak 120 karakter.',
    done: 'Status Anda sudah dipasang.',
    doneUntil: 'Status Anda dipasang sampai {when}.',
    cleared: 'Status Anda sudah dihapus.',
  },
  dnd: {
    words: 'Jeda pemberitahuan sebentar',
    usage: 'berapa lama: 30 menit, sampai 15:00; satu jam jika tidak ditulis; mati mengakhirinya',
    noTime: 'Waktu itu tidak dikenali. Coba: 30 menit, sampai 15:00, mati.',
    done: 'Pemberitahuan dijeda sampai {when}.',
    ended: 'Pemberitahuan aktif lagi.',
  },
  invite: {
    words: 'Tambahkan rekan ke kanal ini',
    usage: 'siapa: @nama',
    nobody: 'Sebut rekan dengan @ lalu pilih dari daftar.',
    done: '{n, plural, other {# orang ditambahkan ke kanal.}}',
  },
  topic: {
    words: 'Ubah topik kanal ini',
    usage: 'topik yang baru',
    noText: 'Tulis topik barunya di belakang perintah.',
    tooLong: 'Topik paling banyak {n} karakter. Tulis yang lebih pendek.',
    done: 'Topik sudah diubah.',
  },
  leave: {
    words: 'Keluar dari kanal ini',
    usage: 'tanpa apa-apa lagi; Anda diminta memastikan dulu',
  },
};
