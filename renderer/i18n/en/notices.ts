export const notices = {
  reminder: 'Reminder: {title}',
  task: 'Overdue: {title}',
  taskHidden: 'One of your tasks is overdue',
  reminderHidden: 'A reminder of a saved message',
  urgent: 'Urgent: {title}',
  hidden: '{count, plural, one {A new message} other {# new messages}}',
  many: '{messages, plural, one {# new message} other {# new messages}} in {places, plural, one {# conversation} other {# conversations}}',
  more: '{count, plural, one {and # more} other {and # more}}',
  summaryTitle: 'While you were off',
  summary:
    '{mentions, plural, one {# mention} other {# mentions}}, {messages, plural, one {# message} other {# messages}} in {places, plural, one {# conversation} other {# conversations}}',
  summaryMessages:
    '{messages, plural, one {# message} other {# messages}} in {places, plural, one {# conversation} other {# conversations}}',
};
