import type { Words } from '../words.ts';

export const connection: Words['connection'] = {
  connected: 'متصل',
  connecting: 'يجري الاتصال',
  reconnecting: 'تجري إعادة الاتصال',
  offline: 'غير متصل',
  stopped: 'الاتصال متوقف',
  waiting:
    '{n, plural, zero {لا شيء ينتظر} one {عنصر واحد ينتظر} two {عنصران ينتظران} few {# عناصر تنتظر} many {# عنصرا ينتظر} other {# عنصر ينتظر}}',
  refused:
    '{n, plural, zero {لم يرفض شيء} one {عنصر واحد لم يرسل} two {عنصران لم يرسلا} few {# عناصر لم ترسل} many {# عنصرا لم يرسل} other {# عنصر لم يرسل}}',
  syncing: 'جلب الرسائل الأقدم: {percent}',
  title: 'في انتظار الإرسال',
  safe: 'محفوظ بأمان على هذا الحاسوب، ويرسل بهذا الترتيب عندما يجيب الخادم.',
  safeConnected: 'محفوظ بأمان على هذا الحاسوب إلى أن يتسلمه الخادم.',
  refusedTitle: 'لم يرسل',
  refusedOnly: 'محفوظ بأمان على هذا الحاسوب إلى أن تقرر ما تفعله به.',
  emptyTitle: 'لا شيء ينتظر',
  empty: 'كل ما كتبته وصل إلى الخادم.',
  emptyOffline: 'يمكنك متابعة القراءة والبحث والكتابة. ما تكتبه ينتظر هنا.',
  lastContact: 'آخر اتصال {when}',
  neverContact: 'لم يتم أي اتصال بعد',
  connectedNow: 'متصل الآن',
  tryNow: 'حاول الآن',
  refusedLabel: 'مرفوض',
  sending: 'يجري الإرسال',
  overwrite: 'إبقاء نصي',
  currentText: 'النص الآن: {text}',
  elsewhere: 'مساحة العمل هذه',
  gone: 'محادثة لم تعد تراها',
  discardTitle: 'هل تريد تجاهل هذا؟',
  discardNote: 'لم يرسل بعد، وسيختفي نصه من هذا الحاسوب.',
};
