export const seen = {
  one: 'Seen',
  some: '{n, plural, one {Seen by #} other {Seen by #}}',
  all: 'Seen by everybody',
  who: 'Who has seen it',
  shared: 'The people here see who has read.',
  policy: 'Who has read',
  policyNote: 'In conversations of two to nine people. Channels never show who has read.',
  policyOn: 'The people of a conversation see who has read',
};
