import type { Preferences } from '../../../shared/rpc/views.ts';

export type Theme = 'light' | 'dark' | 'contrast';

/** The theme to draw: the chosen one, else what the system asks for. */
export function chooseTheme(
  preferred: Preferences['theme'],
  system: { dark: boolean; contrast: boolean },
): Theme {
  if (preferred !== 'system') return preferred;
  if (system.contrast) return 'contrast';
  return system.dark ? 'dark' : 'light';
}
