import type { Words } from '../words.ts';

export const settings: Words['settings'] = {
  title: 'الإعدادات',
  profile: 'الملف الشخصي',
  profileNote: 'ما يراه الزملاء عنك.',
  displayName: 'الاسم',
  displayNameEmpty: 'لا يمكن أن يكون اسمك فارغا.',
  jobTitle: 'المسمى الوظيفي',
  department: 'القسم',
  location: 'الموقع',
  timeZone: 'المنطقة الزمنية',
  timeZoneNone: 'اختر منطقتك الزمنية',
  saved: 'تم الحفظ.',
  savedWaiting: 'حفظ هنا، ويراه الزملاء عند الاتصال.',

  status: 'الحالة',
  statusText: 'ماذا تفعل؟',
  statusEmoji: 'رمز تعبيري',
  statusUntil: 'تنتهي',
  statusClear: 'مسح الحالة',
  statusSet: 'تعيين الحالة',
  expiry: {
    never: 'عندما أمسحها',
    halfHour: 'بعد 30 دقيقة',
    hour: 'بعد ساعة',
    fourHours: 'بعد 4 ساعات',
    today: 'هذه الليلة',
    week: 'في نهاية الأسبوع',
  },
  suggestion: {
    meeting: 'في اجتماع',
    travel: 'في الطريق',
    focus: 'أركز على عملي',
    sick: 'مريض',
    leave: 'في إجازة',
  },

  look: 'المظهر',
  theme: 'السمة',
  themeName: {
    system: 'مثل النظام',
    light: 'فاتحة',
    dark: 'داكنة',
    contrast: 'تباين عال',
  },
  language: 'اللغة',
  languageSystem: 'مثل النظام',
  languagePseudo: 'إنجليزية ممددة (للمختبرين)',

  writing: 'الكتابة',
  enterSends: 'يرسل Enter الرسالة',
  enterSendsNote: 'يبدأ Shift وEnter سطرا جديدا.',
  enterBreaksNote: 'يبدأ Enter سطرا جديدا. يرسل Ctrl وEnter الرسالة.',

  notifications: 'الإشعارات',
  notificationsAllow: 'السماح بالإشعارات',
  notificationsOn: 'يعرض هذا الحاسوب إشعارات الإشارات والرسائل المباشرة.',
  notificationsOff: 'لا يسمح لبالاي بعد بعرض الإشعارات.',
  notificationsBlocked: 'الإشعارات محظورة. اسمح بها لهذه الصفحة في إعدادات المتصفح.',

  account: 'الحساب والتخزين',
  workspace: 'مساحة العمل',
  address: 'العنوان',
  signedInAs: 'الحساب الحالي',
  keyStore: 'مفتاح النسخة المشفرة',
  keyIn: {
    keychain: 'في سلسلة مفاتيح هذا الحاسوب',
    file: 'في ملف لا يقرؤه سوى حسابك في النظام، لأن هذا الحاسوب بلا سلسلة مفاتيح',
    passphrase: 'في ملف تختمه عبارة المرور الخاصة بك',
  },
  passphraseSet: 'عبارة المرور…',
  passphraseTitle: 'عبارة مرور للنسخة على هذا الحاسوب',
  passphraseNote:
    'هذا الحاسوب بلا سلسلة مفاتيح. مع عبارة مرور لا يستطيع من يأخذ القرص قراءة النسخة. يطلبها Balai عند كل بدء.',
  passphraseHint:
    '12 محرفًا على الأقل. لا أحد يستطيع أن يخبرك بعبارة نسيتها؛ ستسجّل الدخول من جديد، ويضيع ما لم يُرسل.',
  passphraseRemove: 'إزالة عبارة المرور',
  passphraseProblem: {
    weak_passphrase: 'قصيرة جدًا: 12 محرفًا على الأقل.',
    key_store: 'تعذّر حفظها. افحص القرص ثم حاول مجددًا.',
  },
  signOut: 'تسجيل الخروج',
  signOutTitle: 'تسجيل الخروج من {workspace}؟',
  signOutNote: 'تحذف النسخة على هذا الحاسوب، ويبقى كل ما أرسل على الخادم.',
  signOutUnsentTitle: 'بعض ما كتبته لم يرسل',
  signOutUnsent:
    '{n, plural, zero {لا شيء ينتظر.} one {رسالة أو تغيير واحد موجود على هذا الحاسوب فقط، وسيضيع إن خرجت الآن.} two {رسالتان أو تغييران موجودان على هذا الحاسوب فقط، وسيضيعان إن خرجت الآن.} few {# رسائل أو تغييرات موجودة على هذا الحاسوب فقط، وستضيع إن خرجت الآن.} many {# رسالة أو تغييرا على هذا الحاسوب فقط، وستضيع إن خرجت الآن.} other {# رسالة أو تغيير على هذا الحاسوب فقط، وستضيع إن خرجت الآن.}}',
  signOutAnyway: 'الخروج مع فقدانها',
  stay: 'البقاء',

  about: 'حول بالاي',
  version: 'الإصدار {version}',
  runsIn: {
    electron: 'تطبيق سطح المكتب على {platform}',
    browser: 'في المتصفح على {platform}',
  },
  shortcuts: 'اختصارات لوحة المفاتيح',
};
