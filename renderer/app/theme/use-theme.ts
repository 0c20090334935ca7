import { useLayoutEffect, useSyncExternalStore } from 'react';
import type { Preferences } from '../../../shared/rpc/views.ts';
import { chooseTheme } from './choose-theme.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
const contrast = matchMedia('(prefers-contrast: more)');

function follow(query: MediaQueryList): (listener: () => void) => () => void {
  return (listener) => {
    query.addEventListener('change', listener);
    return () => query.removeEventListener('change', listener);
  };
}
const followDark = follow(dark);
const followContrast = follow(contrast);

/** Puts the theme on the root, where tokens.css looks for it, and follows the system's changes. */
export function useTheme(preferred: Preferences['theme']): void {
  const isDark = useSyncExternalStore(followDark, () => dark.matches);
  const isContrast = useSyncExternalStore(followContrast, () => contrast.matches);
  const theme = chooseTheme(preferred, { dark: isDark, contrast: isContrast });
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}
