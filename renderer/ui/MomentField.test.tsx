// @vitest-environment jsdom
import { act, useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WordsProvider } from '../i18n/words-context.tsx';
import type { Language } from '../i18n/words.ts';
import { MomentField } from './MomentField.tsx';

let host: HTMLElement;
let root: Root;
let value: string;
const submitted = vi.fn();

const speak = (system: string): void =>
  void vi.stubGlobal('navigator', { ...navigator, languages: [system] });

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  speak('xx');
  submitted.mockClear();
  host = document.body.appendChild(document.createElement('div'));
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
  vi.unstubAllGlobals();
});

function Form({ of, first }: { of: 'day' | 'time' | 'moment'; first: string }) {
  const [now, set] = useState(first);
  const change = (to: string): void => {
    value = to;
    set(to);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submitted();
      }}
    >
      <MomentField of={of} label="Kapan" value={now} onChange={change} />
      <button type="submit" disabled={now === ''}>
        Simpan
      </button>
    </form>
  );
}

function draw(language: Language, of: 'day' | 'time' | 'moment', first: string): void {
  value = first;
  act(() =>
    root.render(
      <WordsProvider language={language}>
        <Form key={first} of={of} first={first} />
      </WordsProvider>,
    ),
  );
}

const group = () => host.querySelector<HTMLElement>('[role=group]')!;
/** As it is read, without the signs that only set a direction. */
const read = () => group().textContent.replaceAll(/[\u200e\u200f\u2066-\u2069]/g, '');
const part = (type: string) => group().querySelector<HTMLElement>(`[data-type=${type}]`)!;
const press = (element: HTMLElement, key: string): void =>
  act(() => {
    element.focus();
    element.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });

describe('a day or a time', () => {
  it.each([
    ['en', '26/11/2026'],
    ['id', '26/11/2026'],
    ['ar', '26/11/2026'],
  ] as const)('%s: a day is written as the language does', (language, said) => {
    if (language === 'ar') speak('ar-EG');
    draw(language, 'day', '2026-11-26');
    expect(read()).toBe(said);
  });

  it.each([
    ['en', '07:30'],
    ['id', '07.30'],
  ] as const)('%s: a time is written as the language does', (language, said) => {
    draw(language, 'time', '07:30');
    expect(read()).toBe(said);
  });

  it('has both in one field, and keeps the form in which forms read it', () => {
    draw('en', 'moment', '2026-11-26T14:30');
    expect(read()).toContain('14:30');
    press(part('minute'), 'ArrowUp');
    press(part('day'), 'ArrowUp');
    expect(value).toBe('2026-11-27T14:31');
  });

  it('is empty as long as a part is missing', () => {
    draw('id', 'day', '');
    press(part('day'), 'ArrowUp');
    press(part('month'), 'ArrowUp');
    expect(value).toBe('');
    press(part('year'), 'ArrowUp');
    expect(value).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it('does by Enter what the form’s button does, and nothing where it cannot be pressed', () => {
    draw('en', 'day', '');
    press(part('day'), 'Enter');
    expect(submitted).not.toHaveBeenCalled();
    draw('en', 'time', '07:30');
    press(part('hour'), 'Enter');
    expect(submitted).toHaveBeenCalledOnce();
  });

  it('shows nothing of a value that it cannot read', () => {
    draw('en', 'time', '24:00');
    expect(value).toBe('24:00');
    expect(part('hour').dataset['placeholder']).toBe('true');
  });
});
