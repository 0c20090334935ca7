import type { Session } from 'electron';
import { isOwnAddress } from './origin.ts';

export interface PermissionRules {
  readonly notifications: boolean;
  /** `sound`: the microphone, for voice messages. `all`: the camera too. */
  readonly media: 'none' | 'sound' | 'all';
}

type Permissions = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

/**
 * What the page may do beyond its sandbox: write to the clipboard, and what policy allows of
 * notifications, microphone and camera. Everything else is denied, also what Electron will add one day.
 */
export function setPermissions(session: Permissions, rules: PermissionRules): void {
  const allowed = new Set([
    'clipboard-sanitized-write',
    ...(rules.notifications ? ['notifications'] : []),
  ]);
  const may = (permission: string, media: readonly (string | undefined)[]): boolean => {
    if (permission !== 'media') return allowed.has(permission);
    if (rules.media === 'sound') return media.length > 0 && media.every((one) => one === 'audio');
    return rules.media === 'all';
  };
  session.setPermissionRequestHandler((_contents, permission, done, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    done(may(permission, media) && isOwnAddress(details.requestingUrl));
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType }) =>
      may(permission, [mediaType]) && isOwnAddress(origin),
  );
  session.setDevicePermissionHandler(() => false);
}
