import type { Words } from '../words.ts';

export const sidebar: Words['sidebar'] = {
  label: 'المحادثات',
  newMessage: 'رسالة جديدة',
  find: 'ابحث عن أي شيء',
  unread: 'غير مقروء',
  starred: 'المميزة بنجمة',
  channels: 'القنوات',
  conversations: 'الرسائل المباشرة',
  browse: 'تصفح القنوات',
  fold: 'إخفاء {section}',
  unfold: 'إظهار {section}',
  draft: 'مسودة',
  muted: 'مكتومة',
  private: 'خاصة',
  archived: 'مؤرشفة',
  unreadCount:
    '{n, plural, zero {لا رسائل غير مقروءة} one {رسالة واحدة غير مقروءة} two {رسالتان غير مقروءتين} few {# رسائل غير مقروءة} many {# رسالة غير مقروءة} other {# رسالة غير مقروءة}}',
  mentionCount:
    '{n, plural, zero {لا شيء لك} one {واحدة لك} two {اثنتان لك} few {# لك} many {# لك} other {# لك}}',
  noChannels: 'تظهر هنا القنوات التي تنضم إليها.',
  noConversations: 'تظهر هنا محادثاتك مع الزملاء.',
  allAbove: 'كلها مدرجة أعلاه.',
  menu: {
    star: 'تمييز بنجمة',
    unstar: 'إزالة النجمة',
    move: 'نقل إلى قسم',
    mute: 'كتم',
    unmute: 'إلغاء الكتم',
    markRead: 'وضع علامة مقروء',
    details: 'التفاصيل',
    leave: 'مغادرة',
  },
};
