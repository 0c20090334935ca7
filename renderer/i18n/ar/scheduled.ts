import type { Words } from '../words.ts';

export const scheduled: Words['scheduled'] = {
  title: 'المجدولة',
  sendLater: 'إرسال لاحقا',
  choice: {
    today: 'اليوم، {time}',
    tomorrow: 'غدا، {time}',
    monday: 'الاثنين، {time}',
  },
  chooseTime: 'اختيار اليوم والوقت…',
  day: 'اليوم',
  time: 'الوقت',
  zone: 'حسب ساعة هذا الحاسوب: {zone}.',
  past: 'مضى هذا الوقت. اختر وقتا آت.',
  schedule: 'جدولة',
  scheduleFor: 'جدولة إلى {when}',
  count:
    '{n, plural, zero {لا رسائل لاحقة} one {رسالة واحدة ترسل لاحقا} two {رسالتان ترسلان لاحقا} few {# رسائل ترسل لاحقا} many {# رسالة ترسل لاحقا} other {# رسالة ترسل لاحقا}}',
  here: '{n, plural, zero {لا رسائل مجدولة إلى {when}} one {رسالة مجدولة إلى {when}} two {رسالتان مجدولتان، التالية {when}} few {# رسائل مجدولة، التالية {when}} many {# رسالة مجدولة، التالية {when}} other {# رسالة مجدولة، التالية {when}}}',
  failedHere:
    '{n, plural, zero {لم تفشل أي رسالة مجدولة} one {رسالة مجدولة لم ترسل} two {رسالتان مجدولتان لم ترسلا} few {# رسائل مجدولة لم ترسل} many {# رسالة مجدولة لم ترسل} other {# رسالة مجدولة لم ترسل}}',
  inThread: 'في سلسلة',
  failed: 'لم ترسل.',
  going: 'ترسل الآن.',
  whenConnected: 'ترسل حالما تتصل.',
  wentOut: 'حان وقتها: يرسلها الخادم. تراها حالما تتصل.',
  onlyHere: 'هي على هذا الحاسوب فقط حتى الآن. إن حان وقتها قبل الاتصال فسترسل حالما تتصل.',
  dayStart: 'ترسل عند بدء يوم عمله.',
  edit: 'تعديل',
  move: 'تغيير الوقت',
  sendNow: 'إرسال الآن',
  delete: 'حذف',
  deleteTitle: 'حذف هذه الرسالة؟',
  deleteNote: 'لم ترسل بعد، وسيضيع نصها.',
  emptyTitle: 'لا شيء يرسل لاحقا',
  empty: 'السهم بجانب زر الإرسال يحدد متى ترسل الرسالة.',
};
