export const notices = {
  reminder: 'Reminder: {title}',
  task: 'Overdue: {title}',
  taskHidden: 'One of your tasks is overdue',
  reminderHidden: 'Reminder about a saved message',
  urgent: 'Urgent: {title}',
  hidden: '{count, plural, one {A new message} other {# new messages}}',
  many: '{messages, plural, one {# new message} other {# new messages}} in {places, plural, one {# conversation} other {# conversations}}',
  newIn: '{count, plural, one {# new message} other {# new messages}} in {place}',
  newFrom: '{count, plural, one {# new message} other {# new messages}} from {author}',
  said: '{author}: {said}',
  reply: 'Reply',
  markRead: 'Mark as read',
  summaryTitle: 'While you were off',
  summary:
    '{mentions, plural, one {# mention} other {# mentions}}, {messages, plural, one {# message} other {# messages}} in {places, plural, one {# conversation} other {# conversations}}',
  summaryMessages:
    '{messages, plural, one {# message} other {# messages}} in {places, plural, one {# conversation} other {# conversations}}',
};
