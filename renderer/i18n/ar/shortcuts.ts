import type { Words } from '../words.ts';

export const shortcuts: Words['shortcuts'] = {
  title: 'اختصارات لوحة المفاتيح',
  group: {
    go: 'الانتقال',
    read: 'القراءة',
    write: 'الكتابة',
    window: 'النافذة',
  },
  key: {
    ctrl: 'Ctrl',
    alt: 'Alt',
    shift: 'Shift',
    enter: 'Enter',
    esc: 'Esc',
    up: 'أعلى',
    down: 'أسفل',
  },
  do: {
    switcher: 'البحث عن شخص أو قناة أو رسالة أو أمر',
    nextChannel: 'المحادثة التالية',
    previousChannel: 'المحادثة السابقة',
    nextUnread: 'المحادثة غير المقروءة التالية',
    previousUnread: 'المحادثة غير المقروءة السابقة',
    newMessage: 'رسالة جديدة',
    people: 'الأشخاص',
    browse: 'تصفح القنوات',
    settings: 'الإعدادات',
    markRead: 'وضع علامة مقروء على المحادثة',
    searchAll: 'البحث في كل مكان',
    searchHere: 'البحث في المحادثة',
    details: 'إظهار التفاصيل أو إخفاؤها',
    sidebar: 'إظهار قائمة المحادثات أو إخفاؤها',
    shortcuts: 'هذه القائمة',
  },
};
