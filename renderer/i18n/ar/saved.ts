import type { Words } from '../words.ts';

export const saved: Words['saved'] = {
  title: 'محفوظ لوقت لاحق',
  show: 'ما يعرض',
  open: 'مفتوح',
  done: 'منجز',
  openCount:
    '{n, plural, zero {لا شيء مفتوح} one {واحد مفتوح} two {اثنان مفتوحان} few {# مفتوحة} many {# مفتوحا} other {# مفتوح}}',
  dueCount:
    '{n, plural, zero {لا شيء حان وقته} one {واحد حان وقته} two {اثنان حان وقتهما} few {# حان وقتها} many {# حان وقتها} other {# حان وقتها}}',
  save: 'حفظ لوقت لاحق',
  mark: 'محفوظة لوقت لاحق',
  markAt: 'محفوظة لوقت لاحق، تذكير {when}',
  tick: 'تعليم كمنجز',
  reopen: 'فتح من جديد',
  remove: 'إزالة من المحفوظات',
  remindMe: 'ذكرني',
  remindTitle: 'ذكرني بهذه الرسالة',
  remindNote: 'تحفظ لوقت لاحق، ويأتي التذكير في وقت عملك.',
  remind: {
    minutes: 'بعد 20 دقيقة',
    hour: 'بعد ساعة',
    tomorrow: 'غدا',
    monday: 'الاثنين القادم',
  },
  remindAt: 'وقت آخر',
  remindSet: 'ضبط التذكير',
  remindPast: 'اختر يوما ووقتا لم يمضيا.',
  noReminder: 'بلا تذكير',
  remindsAt: 'تذكير {when}',
  wasDue: 'حان {when}',
  noneOpen: 'لا شيء محفوظ لوقت لاحق',
  noneOpenNote:
    'حين لا يمكنك الرد فورا اضغط A على الرسالة أو اختر «حفظ لوقت لاحق» من قائمتها. ويمكن أيضا أن تذكر بها.',
  noneDone: 'لا شيء منجز بعد',
  noneDoneNote: 'ما تعلمه كمنجز يبقى هنا.',
  lost: {
    away: 'هذه الرسالة ليست على هذا الحاسوب بعد. تجلب عند الاتصال.',
    gone: 'لم يعد بإمكانك قراءة هذه الرسالة.',
    deleted: 'حذفت هذه الرسالة.',
  },
};
