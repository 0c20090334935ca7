import { create } from 'zustand';

/** What lies over the page. One at a time; it is not part of the address. */
export type Overlay =
  | { readonly open: 'switcher' }
  | { readonly open: 'shortcuts' }
  | { readonly open: 'create-channel'; readonly name: string }
  | { readonly open: 'invite'; readonly channelId: string }
  | { readonly open: 'leave'; readonly channelId: string }
  | { readonly open: 'status' };

interface Overlays {
  readonly overlay: Overlay | null;
  /** The sidebar over the page, where the window is too narrow for both. */
  readonly sidebar: boolean;
  readonly outbox: boolean;
}

export const useOverlays = create<Overlays>(() => ({
  overlay: null,
  sidebar: false,
  outbox: false,
}));

export const openOverlay = (overlay: Overlay): void => useOverlays.setState({ overlay });
export const closeOverlay = (): void => useOverlays.setState({ overlay: null });
export const showSidebar = (sidebar: boolean): void => useOverlays.setState({ sidebar });
export const showOutbox = (outbox: boolean): void => useOverlays.setState({ outbox });
