import type { Words } from '../words.ts';

export const thread: Words['thread'] = {
  title: 'سلسلة',
  messages: 'رسائل السلسلة',
  reply: 'رد…',
  replyLabel: 'الرد في السلسلة',
  also: 'إرسال إلى {channel} أيضا',
  alsoHere: 'إرسال إلى المحادثة أيضا',
  notHereTitle: 'هذه السلسلة ليست هنا',
  notHere: 'رسالتها الأولى ليست على هذا الحاسوب. تجلب عند الاتصال.',
  viewTitle: 'السلاسل',
  newReplies:
    '{n, plural, zero {لا ردود جديدة} one {رد جديد واحد} two {ردان جديدان} few {# ردود جديدة} many {# ردا جديدا} other {# رد جديد}}',
  newMark: 'جديد',
  markRead: 'وضع علامة مقروء',
  markAllRead: 'وضع علامة مقروء على الكل',
  follow: 'متابعة هذه السلسلة',
  unfollow: 'إيقاف متابعة هذه السلسلة',
  followed: 'ستبلغ بالردود الجديدة في هذه السلسلة.',
  unfollowed: 'لن تبلغ بهذه السلسلة بعد الآن، إلا إذا ذكرك أحد.',
  rootAway: 'رسالتها الأولى ليست على هذا الحاسوب بعد.',
  earlier:
    '{n, plural, zero {لا ردود سابقة} one {رد سابق واحد} two {ردان سابقان} few {# ردود سابقة} many {# ردا سابقا} other {# رد سابق}}',
  openToReply: 'فتح ورد',
  older: 'إظهار السلاسل الأقدم',
  noneTitle: 'لا سلاسل بعد',
  none: 'تجمع هنا السلاسل التي بدأتها أو رددت فيها أو ذكرت فيها، فلا يفوتك جواب.',
};
