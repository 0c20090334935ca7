import type { Words } from '../words.ts';

export const thread: Words['thread'] = {
  title: 'سلسلة',
  messages: 'رسائل السلسلة',
  reply: 'رد…',
  replyLabel: 'الرد في السلسلة',
  also: 'إرسال إلى #{channel} أيضا',
  alsoHere: 'إرسال إلى المحادثة أيضا',
  notHereTitle: 'هذه السلسلة ليست هنا',
  notHere: 'رسالتها الأولى ليست على هذا الحاسوب. تجلب عند الاتصال.',
};
