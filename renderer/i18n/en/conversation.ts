export const conversation = {
  someone: 'someone',
  someChannel: 'a channel',
};
