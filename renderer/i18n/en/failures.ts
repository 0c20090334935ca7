/** For each code: what happened and what is safe; then what to do. */
export const refusal = {
  invalid: {
    what: 'The server could not accept this.',
    next: 'Copy the text, change it, and send it again.',
  },
  unknown_command: {
    what: 'The server is older than this app and does not know how to do this.',
    next: 'Keep it here and retry when the server has been updated.',
  },
  id_taken: {
    what: 'The server already has something else under this number.',
    next: 'Copy the text and send it again.',
  },
  not_found: {
    what: 'What it belongs to is no longer there.',
    next: 'Copy the text if you need it, then discard it.',
  },
  not_member: {
    what: 'You are no longer a member.',
    next: 'Copy the text and send it elsewhere, or ask a member to add you.',
  },
  forbidden: {
    what: 'You may not do this here.',
    next: 'Ask an owner of the channel or an administrator.',
  },
  archived: {
    what: 'The channel has been archived.',
    next: 'Copy the text and send it elsewhere, or ask an owner to open the channel again.',
  },
  deleted: {
    what: 'The message was deleted in the meantime.',
    next: 'Copy your text if you need it, then discard it.',
  },
  stale: {
    what: 'The message was changed in the meantime.',
    next: 'Compare both texts and keep the one that is right.',
  },
  name_taken: {
    what: 'This name is already in use.',
    next: 'Choose another name.',
  },
  too_many: {
    what: 'This is more than fits at once.',
    next: 'Do it in smaller parts.',
  },
  disabled: {
    what: 'Your account has been closed.',
    next: 'Copy what you need and speak to your IT colleagues.',
  },
  file_taken: {
    what: 'This file belongs to another message already.',
    next: 'Remove it here and attach it again.',
  },
  file_waiting: {
    what: 'A file of that message was still on its way.',
    next: 'Retry once it has arrived.',
  },
  sent: {
    what: 'The message had already gone out.',
    next: 'Change or delete it in the conversation, then discard this.',
  },
  closed: {
    what: 'The poll was already closed.',
    next: 'Discard this; the result stands as it is.',
  },
  has_task: {
    what: 'This message has a task already.',
    next: 'Change the task that it has.',
  },
  not_here: {
    what: 'This person is not in the conversation.',
    next: 'Invite them first, or give it to somebody else.',
  },
};

/** Why the app does not connect, or does not open. */
export const problem = {
  client_too_old: {
    what: 'This version of Balai is too old for the server. What is on this computer stays readable.',
    next: 'Update Balai, or ask your IT colleagues to.',
  },
  client_too_new: {
    what: 'The server is older than this version of Balai. What is on this computer stays readable.',
    next: 'Ask your IT colleagues to update the server.',
  },
  session_ended: {
    what: 'Your session has ended. What you wrote is kept on this computer.',
    next: 'Sign in again.',
  },
  revoked: {
    what: 'This computer’s access was taken away, and its copy was deleted.',
    next: 'Speak to your IT colleagues if this is a mistake.',
  },
  unavailable: {
    what: 'The server is busy or under maintenance. What you write is kept.',
    next: 'You need not do anything: Balai tries again by itself.',
  },
  no_relay: {
    what: 'The server does not answer. What you write is kept.',
    next: 'Check the network; Balai goes on trying.',
  },
  not_a_relay: {
    what: 'Something other than a Balai server answers at this address. What you write is kept.',
    next: 'A sign-in page of the network may be in the way. Open it in a browser, then try again.',
  },
  bad_certificate: {
    what: 'The server could not prove who it is, so nothing was sent to it.',
    next: 'Check the clock of this computer, or tell your IT colleagues.',
  },
  lease_over: {
    what: 'This computer has not been in touch with the server for too long, so its copy is locked.',
    next: 'Connect to the network to unlock it.',
  },
  disk_full: {
    what: 'The disk is full, so nothing new can be kept. What is there is safe.',
    next: 'Free some space and try again.',
  },
  read_only: {
    what: 'Balai’s folder cannot be written to. What is there is safe.',
    next: 'Check the permissions of the folder, or tell your IT colleagues.',
  },
  no_key: {
    what: 'The key of this computer’s encrypted copy is missing, so the copy cannot be opened. What was sent is on the server.',
    next: 'Unlock the keychain and try again, or sign in again to fetch a new copy.',
  },
  passphrase: {
    what: 'A passphrase seals the copy on this computer.',
    next: 'Enter it to go on, or sign in again to fetch a new copy.',
  },
  wrong_key: {
    what: 'The key on this computer is not the one that its encrypted copy was written with. The copy was left as it is.',
    next: 'If you moved the folder or restored a backup, restore the keychain too and try again, or sign in again to fetch a new copy.',
  },
  damaged: {
    what: 'The disk keeps damaging what Balai writes. What was sent is on the server.',
    next: 'Have the disk of this computer checked before you go on, or tell your IT colleagues.',
  },
  clock: {
    what: 'The clock of this computer is wrong. What you send gets the right time from the server; what waits shows the wrong one.',
    next: 'Set the date and time of this computer.',
  },
};

export const signInProblem = {
  bad_address: {
    what: 'This is not a workspace address.',
    next: 'It looks like balai.company.co.id, without spaces.',
  },
  no_relay: {
    what: 'Nothing answers at this address.',
    next: 'Check the spelling and your network.',
  },
  not_a_relay: {
    what: 'Something answers there, but it is not Balai.',
    next: 'Check the address; on a guest network, sign in to the network first.',
  },
  bad_certificate: {
    what: 'The workspace could not prove who it is. Nothing was sent.',
    next: 'Check the clock of this computer, or ask your IT colleagues.',
  },
  client_too_old: {
    what: 'This version of Balai is too old for the workspace.',
    next: 'Update Balai, then sign in.',
  },
  client_too_new: {
    what: 'The workspace runs an older version of Balai.',
    next: 'Ask your IT colleagues to update the server.',
  },
  bad_credentials: {
    what: 'This name and password do not match.',
    next: 'Check both, and the Caps Lock key.',
  },
  invite_invalid: {
    what: 'This invitation is not valid, or it has been used.',
    next: 'Ask for a new one.',
  },
  weak_password: {
    what: 'This password is too easy to guess.',
    next: 'Use at least 10 characters.',
  },
  disabled: {
    what: 'This account has been closed.',
    next: 'Speak to your IT colleagues.',
  },
  rate_limited: {
    what: 'There were too many attempts.',
    next: 'Wait a little before the next one.',
  },
  unavailable: {
    what: 'The workspace is busy or under maintenance.',
    next: 'Try again in a minute.',
  },
  storage: {
    what: 'Balai could not write to its folder on this computer.',
    next: 'Free some space or check the permissions of the folder, then try again.',
  },
  key_store: {
    what: 'The keychain of this computer did not give access, so nothing was stored.',
    next: 'Unlock the keychain, then try again.',
  },
};
