import type { Words } from '../words.ts';

export const forward: Words['forward'] = {
  menu: 'إعادة توجيه',
  title: 'إعادة توجيه هذه الرسالة',
  to: 'إلى',
  chosen: 'الوجهة',
  places: 'أماكن وأشخاص',
  text: 'إضافة رسالة',
  what: 'ما يعاد توجيهه',
  send: 'إعادة توجيه',
  waits: 'ما زال ملف في هذه الرسالة في الطريق. أعد توجيهها بعد وصوله.',
  done: 'أعيد التوجيه إلى {place}.',
  go: 'اذهب إليها',
  fromChannel: 'معاد توجيهها من {channel}',
  fromTalk: 'معاد توجيهها من محادثة',
  open: 'فتح الأصل',
};
