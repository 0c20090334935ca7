/**
 * Loaded before a program that npm start runs (`node --import`): when the other end of its
 * standard input is gone, the program ends, however npm start itself came to an end.
 */
const GRACE_MS = 5_000;

const end = (): void => {
  // In Windows no signal can be sent, but whoever waits for one can be told.
  if (!process.emit('SIGTERM')) process.exit(0);
  setTimeout(() => process.exit(1), GRACE_MS).unref();
};

process.stdin.once('end', end).once('error', end).resume();
// It must not keep alive a program that has nothing left to do.
if ('unref' in process.stdin) process.stdin.unref();
