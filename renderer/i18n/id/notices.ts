import type { Words } from '../words.ts';

export const notices: Words['notices'] = {
  reminder: 'Pengingat: {title}',
  task: 'Lewat tenggat: {title}',
  taskHidden: 'Salah satu tugas Anda lewat tenggat',
  reminderHidden: 'Pengingat pesan yang Anda simpan',
  urgent: 'Mendesak: {title}',
  hidden: '{count, plural, other {# pesan baru}}',
  many: '{messages, plural, other {# pesan baru}} di {places, plural, other {# percakapan}}',
  more: '{count, plural, other {dan # lagi}}',
  summaryTitle: 'Selama Anda tidak bekerja',
  summary:
    '{mentions, plural, other {# sebutan}}, {messages, plural, other {# pesan}} di {places, plural, other {# percakapan}}',
  summaryMessages: '{messages, plural, other {# pesan}} di {places, plural, other {# percakapan}}',
};
