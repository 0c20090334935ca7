import type { App, BrowserWindow, NativeImage } from 'electron';
import { overlayBitmap, OVERLAY_SIZE } from './overlay-icon.ts';

export interface BadgeOptions {
  readonly platform: NodeJS.Platform;
  readonly app: Pick<App, 'setBadgeCount'>;
  readonly window: () => Pick<BrowserWindow, 'setOverlayIcon'> | undefined;
  /** Electron's `nativeImage.createFromBitmap`. */
  readonly imageOf: (pixels: Uint8Array, size: number) => NativeImage;
  /** What a screen reader says of the number. */
  readonly say: (count: number) => string;
}

/** Shows how much waits: on the dock (macOS), the launcher (Linux), or over the taskbar (Windows). */
export function showBadge(count: number, options: BadgeOptions): void {
  const { platform, app, window, imageOf, say } = options;
  if (platform !== 'win32') {
    app.setBadgeCount(count);
    return;
  }
  if (count === 0) window()?.setOverlayIcon(null, '');
  else window()?.setOverlayIcon(imageOf(overlayBitmap(count), OVERLAY_SIZE), say(count));
}
