/** Hues of oklch, in degrees, one for each further colour; the first is the app's own accent. */
const HUES = [20, 150, 288, 72, 340, 185, 48] as const;

/** A workspace's colour as a value of CSS, on which `--on-avatar` is read in every theme. */
export const workspaceColour = (colour: number): string =>
  colour === 0
    ? 'oklch(var(--avatar-l) var(--avatar-c) 232)'
    : `oklch(var(--avatar-l) var(--avatar-c) ${HUES[(colour - 1) % HUES.length]})`;
