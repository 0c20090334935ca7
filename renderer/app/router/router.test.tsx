// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, it } from 'vitest';
import { goToChannel, useRoute } from './router.ts';

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
});

function Part(): null {
  useRoute();
  return null;
}

it('writes the address before the page is left, also once some part of it has gone', () => {
  const [stays, goes] = [0, 1].map(() => createRoot(document.createElement('div')));
  act(() => stays!.render(<Part />));
  act(() => goes!.render(<Part />));
  act(() => goes!.unmount());
  const id = '0190a1b2-0000-7000-8000-0000000000c1';
  act(() => goToChannel(id));
  expect(location.hash).toBe('');
  window.dispatchEvent(new Event('pagehide'));
  expect(location.hash).toBe(`#/c/${id}`);
  act(() => stays!.unmount());
});
