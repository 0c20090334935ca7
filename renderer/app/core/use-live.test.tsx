// @vitest-environment jsdom
import { act, useEffect } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CoreProvider, type Services } from './core-context.tsx';
import { LiveStore } from './live-store.ts';
import type { Core } from './unbranded.ts';
import { useKept, useLive, useLivePick } from './use-live.ts';

let host: HTMLElement;
let root: Root;
let answers: Record<string, unknown>;
let live: LiveStore;
const drawn = vi.fn();

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  drawn.mockClear();
  const core = {
    preferences: async () => structuredClone(answers['preferences']),
    people: async ({ query }: { query: string }) => answers[query],
  } as unknown as Core;
  live = new LiveStore(core, vi.fn());
  host = document.createElement('div');
  root = createRoot(host);
});
afterEach(() => act(() => root.unmount()));

const draw = async (part: React.ReactNode) => {
  const services = { live, link: { core: {} } } as unknown as Services;
  await act(async () => root.render(<CoreProvider services={services}>{part}</CoreProvider>));
};

function Theme() {
  const theme = useLivePick('preferences', {}, ['preferences'], (p) => p.theme);
  useEffect(() => drawn());
  return <p>{theme ?? 'nothing yet'}</p>;
}

function Found({ query }: { query: string }) {
  const people = useKept(useLive('people', { query, limit: 5 }, ['people']));
  return <p>{people?.map((person) => person.displayName).join() ?? 'nothing yet'}</p>;
}

describe('useLive', () => {
  it('draws the answer, and again when its topic changes', async () => {
    answers = { preferences: { theme: 'light', language: 'en' } };
    await draw(<Theme />);
    expect(host.textContent).toBe('light');
    answers = { preferences: { theme: 'dark', language: 'en' } };
    await act(async () => live.changed(['preferences']));
    expect(host.textContent).toBe('dark');
  });

  it('does not draw again where only another part of the answer changed', async () => {
    answers = { preferences: { theme: 'light', language: 'en' } };
    await draw(<Theme />);
    drawn.mockClear();
    answers = { preferences: { theme: 'light', language: 'id' } };
    await act(async () => live.changed(['preferences']));
    expect(drawn).not.toHaveBeenCalled();
  });

  it('keeps the last answer on the screen until the next question is answered', async () => {
    let later: (people: unknown) => void = () => {};
    answers = {
      s: [{ id: '1', displayName: 'Sari' }],
      sa: new Promise((resolve) => {
        later = resolve;
      }),
    };
    await draw(<Found query="s" />);
    await draw(<Found query="sa" />);
    expect(host.textContent).toBe('Sari');
    await act(async () => later([{ id: '2', displayName: 'Satria' }]));
    expect(host.textContent).toBe('Satria');
  });
});
