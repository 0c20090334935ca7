import type { Words } from '../words.ts';

export const activity: Words['activity'] = {
  title: 'النشاط',
  filter: 'إظهار',
  all: 'الكل',
  mentions: 'الإشارات',
  reactions: 'التفاعلات',
  threads: 'السلاسل',
  unseen:
    '{n, plural, zero {لا جديد} one {واحد لم تره} two {اثنان لم ترهما} few {# لم ترها} many {# لم ترها} other {# لم ترها}}',
  new: 'جديد',
  more: 'إظهار الأقدم',
  away: 'هذه الرسالة ليست على هذا الحاسوب. تجلب عند فتحها.',
  mention: '{who} أشار إليك',
  call: '{who} نادى الجميع',
  group: '{who} نادى مجموعة أنت فيها',
  thread:
    '{count, plural, zero {{who} رد في سلسلة} one {{who} رد في سلسلة} two {{who} وغيره: ردان جديدان في سلسلة} few {{who} وغيره: # ردود جديدة في سلسلة} many {{who} وغيره: # ردا جديدا في سلسلة} other {{who} وغيره: # رد جديد في سلسلة}}',
  reaction: '{who} تفاعل بـ {emoji}',
  reactionMore:
    '{count, plural, zero {{who} تفاعل بـ {emoji}} one {{who} وشخص آخر تفاعلا بـ {emoji}} two {{who} وشخصان آخران تفاعلوا بـ {emoji}} few {{who} و# آخرون تفاعلوا بـ {emoji}} many {{who} و# آخرون تفاعلوا بـ {emoji}} other {{who} و# آخرون تفاعلوا بـ {emoji}}}',
  task: 'أسند إليك {who} مهمة',
  joined: '{who} أضافك إلى القناة',
  noneTitle: 'لا شيء بعد',
  none: 'حين يشير إليك زملاؤك أو يجيبونك أو يتفاعلون مع ما كتبت تراه هنا.',
  noneFilter: 'لا شيء من هذا النوع بعد',
  showAll: 'إظهار الكل',
  write: 'كتابة رسالة',
};
