export const thread = {
  title: 'Thread',
  messages: 'Messages of the thread',
  reply: 'Reply…',
  replyLabel: 'Reply in the thread',
  also: 'Also send to #{channel}',
  alsoHere: 'Also send to the conversation',
  notHereTitle: 'This thread is not here',
  notHere: 'Its first message is not on this computer. It is fetched when you are connected.',
};
