/** Commands behind a slash in the field where one writes. */
export const slash = {
  unknown: 'There is no command /{name}. Type / to see all of them.',
  notHere: '/{name} does not work in a direct message. Use it in a channel.',
  asText: 'Send as text',
  poll: {
    words: 'Ask everyone here to vote',
    usage: 'the question; next you write the answers',
  },
  task: {
    words: 'Create a task',
    usage: 'what needs to be done; next you choose who and when',
  },
  checklist: {
    words: 'Make a list to tick off together',
    usage: 'the title; next you write the items',
  },
  remind: {
    words: 'Set a reminder for yourself',
    usage: 'when and what: tomorrow 9:00 call the vendor',
    noTime: 'That time was not understood. Try: tomorrow 9:00, in 2 hours, monday at 10.',
    noText: 'Add what you want to be reminded of.',
    done: 'You will be reminded {when}. The note is in your conversation with yourself.',
  },
  status: {
    words: 'Set your status',
    usage:
      'text, with an emoji and an end time if you like: 📅 Meeting until 16:00; clear removes it',
    noText: 'A status needs a few words, up to 120 characters.',
    done: 'Your status is set.',
    doneUntil: 'Your status is set until {when}.',
    cleared: 'Your status is cleared.',
  },
  dnd: {
    words: 'Pause notifications',
    usage: 'how long: 30 minutes, until 15:00; one hour if left out; off ends it',
    noTime: 'That time was not understood. Try: 30 minutes, until 15:00, off.',
    done: 'Notifications are paused until {when}.',
    ended: 'Notifications are on again.',
  },
  invite: {
    words: 'Add colleagues to this channel',
    usage: 'who: @name',
    nobody: 'Type @ and choose colleagues from the list.',
    done: '{n, plural, one {# person was added to the channel.} other {# people were added to the channel.}}',
  },
  topic: {
    words: 'Change the topic of this channel',
    usage: 'the new topic',
    noText: 'Write the new topic after the command.',
    tooLong: 'A topic can have up to {n} characters. Write a shorter one.',
    done: 'The topic was changed.',
  },
  leave: {
    words: 'Leave this channel',
    usage: 'nothing else; you are asked to confirm',
  },
};
