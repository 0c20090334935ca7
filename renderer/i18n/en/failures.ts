/** For each code: what happened and what is safe; then what to do. */
export const refusal = {
  invalid: {
    what: 'The server could not accept this.',
    next: 'Copy the text, change it, and send it again.',
  },
  unknown_command: {
    what: 'The server is older than this app and cannot do this yet.',
    next: 'Keep it here and retry once the server has been updated.',
  },
  id_taken: {
    what: 'The server already has something else with this ID.',
    next: 'Copy the text and send it again.',
  },
  not_found: {
    what: 'What it belongs to no longer exists.',
    next: 'Copy the text if you need it, then discard it.',
  },
  not_member: {
    what: 'You are no longer a member.',
    next: 'Copy the text and send it elsewhere, or ask a member to add you.',
  },
  forbidden: {
    what: 'You are not allowed to do this here.',
    next: 'Ask an owner of the channel or an administrator.',
  },
  archived: {
    what: 'The channel has been archived.',
    next: 'Copy the text and send it elsewhere, or ask an owner to unarchive the channel.',
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
    what: 'This is too much at once.',
    next: 'Do it in smaller parts.',
  },
  disabled: {
    what: 'Your account has been deactivated.',
    next: 'Copy what you need and contact your IT team.',
  },
  file_taken: {
    what: 'This file already belongs to another message.',
    next: 'Remove it here and attach it again.',
  },
  file_waiting: {
    what: 'A file in that message was still being uploaded.',
    next: 'Retry once it has been uploaded.',
  },
  sent: {
    what: 'The message had already been sent.',
    next: 'Change or delete it in the conversation, then discard this.',
  },
  closed: {
    what: 'The poll was already closed.',
    next: 'Discard this; the result does not change.',
  },
  has_task: {
    what: 'This message already has a task.',
    next: 'Edit that task instead.',
  },
  not_here: {
    what: 'This person is not in the conversation.',
    next: 'Add them first, or assign it to someone else.',
  },
};

/** Why the app does not connect, or does not open. */
export const problem = {
  client_too_old: {
    what: 'This version of Balai is too old for the server. You can still read what is on this computer.',
    next: 'Update Balai, or ask your IT team to.',
  },
  client_too_new: {
    what: 'The server is older than this version of Balai. You can still read what is on this computer.',
    next: 'Ask your IT team to update the server.',
  },
  session_ended: {
    what: 'Your session has ended. What you wrote is kept on this computer.',
    next: 'Sign in again.',
  },
  revoked: {
    what: 'This computer no longer has access, so its copy was deleted.',
    next: 'Contact your IT team if this is a mistake.',
  },
  unavailable: {
    what: 'The server is busy or under maintenance. What you write is kept.',
    next: 'You do not need to do anything: Balai keeps trying.',
  },
  no_relay: {
    what: 'The server is not answering. What you write is kept.',
    next: 'Check your network; Balai keeps trying.',
  },
  not_a_relay: {
    what: 'Something other than a Balai server answers at this address. What you write is kept.',
    next: 'Your network may want you to sign in first. Open a web page in a browser, then try again.',
  },
  bad_certificate: {
    what: 'The server could not prove its identity, so nothing was sent to it.',
    next: 'Check this computer’s clock, or tell your IT team.',
  },
  lease_over: {
    what: 'This computer has been offline for too long, so its copy is locked.',
    next: 'Connect to the network to unlock it.',
  },
  disk_full: {
    what: 'The disk is full, so nothing new can be saved. Everything already saved is safe.',
    next: 'Free some space and try again.',
  },
  read_only: {
    what: 'Balai cannot write to its folder. Everything already saved is safe.',
    next: 'Check the folder’s permissions, or tell your IT team.',
  },
  no_key: {
    what: 'The key to this computer’s encrypted copy is missing, so the copy cannot be opened. What was sent is on the server.',
    next: 'Unlock the keychain and try again, or sign in again to fetch a new copy.',
  },
  passphrase: {
    what: 'The copy on this computer is protected by a passphrase.',
    next: 'Enter it to continue, or sign in again to fetch a new copy.',
  },
  wrong_key: {
    what: 'The key on this computer does not match its encrypted copy. The copy was left as it is.',
    next: 'If you moved the folder or restored a backup, restore the keychain too and try again, or sign in again to fetch a new copy.',
  },
  damaged: {
    what: 'The disk keeps damaging what Balai writes. What was sent is on the server.',
    next: 'Have this computer’s disk checked before you continue, or tell your IT team.',
  },
  clock: {
    what: 'This computer’s clock is wrong. Sent messages get the right time from the server; waiting ones show the wrong time.',
    next: 'Set this computer’s date and time.',
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
    what: 'The workspace could not prove its identity, so nothing was sent.',
    next: 'Check this computer’s clock, or ask your IT team.',
  },
  client_too_old: {
    what: 'This version of Balai is too old for the workspace.',
    next: 'Update Balai, then sign in.',
  },
  client_too_new: {
    what: 'The workspace runs an older version of Balai.',
    next: 'Ask your IT team to update the server.',
  },
  bad_credentials: {
    what: 'This name and password do not match.',
    next: 'Check both, and Caps Lock. If you forgot it, ask your IT team for a new code.',
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
    what: 'This account has been deactivated.',
    next: 'Contact your IT team.',
  },
  rate_limited: {
    what: 'There were too many attempts.',
    next: 'Wait a little, then try again.',
  },
  unavailable: {
    what: 'The workspace is busy or under maintenance.',
    next: 'Try again in a minute.',
  },
  storage: {
    what: 'Balai could not write to its folder on this computer.',
    next: 'Free some space or check the folder’s permissions, then try again.',
  },
  key_store: {
    what: 'This computer’s keychain did not allow access, so nothing was stored.',
    next: 'Unlock the keychain, then try again.',
  },
};
