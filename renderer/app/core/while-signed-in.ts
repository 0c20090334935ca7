import type { CoreLink } from './link.ts';

/**
 * Reports a failed call only where it means something. Around a sign-out questions of the last
 * person are still on their way, and while the core is away the banner says so.
 */
export function whileSignedIn(link: Pick<CoreLink, 'state' | 'core'>, report: () => void): void {
  if (link.state !== 'connected') return;
  link.core.session({}).then(
    ({ state }) => {
      if (state === 'signed_in') report();
    },
    // The core went away meanwhile.
    () => undefined,
  );
}
