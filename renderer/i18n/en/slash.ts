/** Commands behind a slash in the field where one writes. */
export const slash = {
  unknown: 'There is no command /{name}. Type / to see all of them.',
  notHere: '/{name} has nothing to do in a conversation of a few people. Use it in a channel.',
  asText: 'Send as text',
  poll: {
    words: 'Ask everybody here to choose',
    usage: 'the question; you write the answers next',
  },
  task: {
    words: 'Write down something to be done',
    usage: 'what is to be done; you choose who and when next',
  },
  checklist: {
    words: 'Make a list to tick off together',
    usage: 'its title; you write the lines next',
  },
  remind: {
    words: 'Remind me of something',
    usage: 'when and what: tomorrow 9:00 call the vendor',
    noTime: 'I do not understand when. Write for example: tomorrow 9:00, in 2 hours, monday at 10.',
    noText: 'Write also what I am to remind you of.',
    done: 'I remind you {when}. The note is in your conversation with yourself.',
  },
  status: {
    words: 'Say what you are doing',
    usage:
      'words, with an emoji and an end if you like: 📅 Meeting until 16:00; clear takes it away',
    noText: 'A status needs a few words, up to 120 characters.',
    done: 'Your status is set.',
    doneUntil: 'Your status is set until {when}.',
    cleared: 'Your status is cleared.',
  },
  dnd: {
    words: 'Nothing rings for a while',
    usage: 'how long: 30 minutes, until 15:00; one hour if you say nothing; off ends it',
    noTime: 'I do not understand how long. Write for example: 30 minutes, until 15:00, off.',
    done: 'Nothing rings until {when}.',
    ended: 'Notifications ring again.',
  },
  invite: {
    words: 'Add colleagues to this channel',
    usage: 'who: @name',
    nobody: 'Name the colleagues with @ and choose them from the list.',
    done: '{n, plural, one {# person is added to the channel.} other {# people are added to the channel.}}',
  },
  topic: {
    words: 'Change what this channel is about',
    usage: 'the new topic',
    noText: 'Write the new topic behind it.',
    tooLong: 'A topic has up to {n} characters. Write a shorter one.',
    done: 'The topic is changed.',
  },
  leave: {
    words: 'Leave this channel',
    usage: 'nothing more; you are asked first',
  },
};
