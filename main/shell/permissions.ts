import type { Session } from 'electron';
import { isOwnAddress } from './origin.ts';

export interface PermissionRules {
  readonly notifications: boolean;
  /** Microphone and camera. */
  readonly media: boolean;
}

type Permissions = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

/**
 * What the page may do beyond its sandbox: write to the clipboard, and what policy allows of
 * notifications and media. Everything else is denied, also what Electron will add one day.
 */
export function setPermissions(session: Permissions, rules: PermissionRules): void {
  const allowed = new Set([
    'clipboard-sanitized-write',
    ...(rules.notifications ? ['notifications'] : []),
    ...(rules.media ? ['media'] : []),
  ]);
  session.setPermissionRequestHandler((_contents, permission, done, { requestingUrl }) =>
    done(allowed.has(permission) && isOwnAddress(requestingUrl)),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => allowed.has(permission) && isOwnAddress(origin),
  );
  session.setDevicePermissionHandler(() => false);
}
