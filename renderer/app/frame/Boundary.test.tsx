// @vitest-environment jsdom
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WordsProvider } from '../../i18n/words-context.tsx';
import { Boundary } from './Boundary.tsx';

let broken = true;
function Part() {
  if (broken) throw new Error('a fault');
  return <p>drawn</p>;
}

let host: HTMLElement;
let root: Root;
beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  vi.stubGlobal('reportError', vi.fn());
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  broken = true;
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const draw = (of: string) =>
  act(() =>
    root.render(
      <WordsProvider language="en">
        <span>the rest</span>
        <Boundary of={of}>
          <Part />
        </Boundary>
      </WordsProvider>,
    ),
  );

describe('a boundary', () => {
  it('keeps a fault from the rest of the window, says so, and reports it', () => {
    draw('#/people');
    expect(host.textContent).toContain('the rest');
    expect(host.textContent).toContain('This part of Balai has stopped');
    expect(reportError).toHaveBeenCalledExactlyOnceWith(new Error('a fault'));
  });

  it('tries again when asked', () => {
    draw('#/people');
    broken = false;
    act(() => host.querySelector('button')?.click());
    expect(host.textContent).toContain('drawn');
  });

  it('tries something else anew', () => {
    draw('#/people');
    broken = false;
    draw('#/settings');
    expect(host.textContent).toContain('drawn');
  });
});
