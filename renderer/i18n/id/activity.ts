import type { Words } from '../words.ts';

export const activity: Words['activity'] = {
  title: 'Aktivitas',
  filter: 'Tampilkan',
  all: 'Semua',
  mentions: 'Sebutan',
  reactions: 'Reaksi',
  threads: 'Utas',
  unseen: '{n, plural, other {# hal baru}}',
  new: 'Baru',
  more: 'Tampilkan yang lebih lama',
  away: 'Pesan ini belum ada di komputer ini. Buka untuk mengambilnya.',
  mention: '{who} menyebut Anda',
  call: '{who} menyebut semua orang',
  group: '{who} menyebut grup Anda',
  thread:
    '{count, plural, one {{who} membalas di sebuah utas} other {{who} dan lainnya: # balasan baru di sebuah utas}}',
  reaction: '{who} memberi reaksi {emoji}',
  reactionMore: '{count, plural, other {{who} dan # orang lain memberi reaksi {emoji}}}',
  task: '{who} memberi Anda tugas',
  joined: '{who} menambahkan Anda ke kanal ini',
  noneTitle: 'Belum ada apa-apa',
  none: 'Sebutan, balasan, dan reaksi atas pesan Anda tampil di sini.',
  noneFilter: 'Belum ada yang seperti ini',
  showAll: 'Tampilkan semua',
  write: 'Tulis pesan',
};
