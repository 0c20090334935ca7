import type { Words } from '../words.ts';

export const notices: Words['notices'] = {
  reminder: 'Pengingat: {title}',
  task: 'Lewat tenggat: {title}',
  taskHidden: 'Salah satu tugas Anda lewat tenggat',
  reminderHidden: 'Pengingat pesan yang Anda simpan',
  urgent: 'Mendesak: {title}',
  hidden: '{count, plural, other {# pesan baru}}',
  many: '{messages, plural, other {# pesan baru}} di {places, plural, other {# percakapan}}',
  newIn: '{count, plural, other {# pesan baru}} di {place}',
  newFrom: '{count, plural, other {# pesan baru}} dari {author}',
  said: '{author}: {said}',
  reply: 'Balas',
  markRead: 'Tandai sudah dibaca',
  summaryTitle: 'Selama Anda tidak bekerja',
  summary:
    '{mentions, plural, other {# sebutan}}, {messages, plural, other {# pesan}} di {places, plural, other {# percakapan}}',
  summaryMessages: '{messages, plural, other {# pesan}} di {places, plural, other {# percakapan}}',
};
