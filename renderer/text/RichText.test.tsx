// @vitest-environment jsdom
import fc from 'fast-check';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { WordsProvider } from '../i18n/words-context.tsx';
import { RichText, type Ranges } from './RichText.tsx';
import { TextReaderProvider, type TextNames, type TextReader } from './text-reader.ts';

const AYU = '0190a1b2-0000-7000-8000-000000000001';
const SARI = '0190a1b2-0000-7000-8000-000000000002';
const GUDANG = '0190a1b2-0000-7000-8000-0000000000c1';
const names: TextNames = {
  me: AYU,
  people: { [AYU]: 'Ayu Kartika', [SARI]: 'Sari Wulandari' },
  channels: { [GUDANG]: { name: 'gudang', private: false } },
};

let host: HTMLElement;
let root: ReturnType<typeof createRoot>;
const reader = {
  openLink: vi.fn(),
  openPerson: vi.fn(),
  openChannel: vi.fn(),
  group: (id: string) =>
    id === GUDANG ? { name: 'tim-gudang', mine: true, people: 'Ayu and Sari' } : undefined,
  openGroup: vi.fn(),
  emoji: (name: string) => (name === 'truk' ? 'data:image/png;base64,AAAA' : undefined),
} satisfies TextReader;

beforeEach(() => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  vi.clearAllMocks();
  host = document.createElement('div');
  document.body.append(host);
  root = createRoot(host);
});
afterEach(() => {
  act(() => root.unmount());
  host.remove();
});

const draw = (text: string, marks?: Ranges): HTMLElement => {
  act(() =>
    root.render(
      <WordsProvider language="en">
        <TextReaderProvider value={reader}>
          <RichText text={text} names={names} {...(marks === undefined ? {} : { marks })} />
        </TextReaderProvider>
      </WordsProvider>,
    ),
  );
  return host;
};

describe('a message as elements', () => {
  it('draws marks as elements and HTML as words', () => {
    draw('**b** _i_ ~~s~~ `c` <img src=x onerror=alert(1)>');
    expect(host.querySelector('strong')?.textContent).toBe('b');
    expect(host.querySelector('em')?.textContent).toBe('i');
    expect(host.querySelector('s')?.textContent).toBe('s');
    expect(host.querySelector('code')?.textContent).toBe('c');
    expect(host.querySelector('img')).toBeNull();
    expect(host.textContent).toContain('<img src=x onerror=alert(1)>');
  });

  it('says who is mentioned, sets off the reader, and says "someone" of the unknown', () => {
    draw(`<@${AYU}> <@${SARI}> <#${GUDANG}> <@0190a1b2-0000-7000-8000-000000000009>`);
    expect(host.textContent).toBe('@Ayu Kartika @Sari Wulandari #gudang @someone');
    expect(host.querySelector('[data-me]')?.textContent).toBe('@Ayu Kartika');
  });

  it('says which group is called and who is in it, sets it off for them, and opens it', () => {
    draw(`<!group:${GUDANG}> <!group:${SARI}>`);
    expect(host.textContent).toBe('@tim-gudang @a group');
    const chip = host.querySelector<HTMLElement>('[data-me]');
    expect(chip?.title).toBe('Ayu and Sari');
    act(() => chip?.click());
    expect(reader.openGroup).toHaveBeenCalledWith(GUDANG);
  });

  it('draws emoji of the workspace by their names, and leaves what is none', () => {
    draw('jam 10:30:00 :truk::truk: :teh: `:truk:`');
    const pictures = [...host.querySelectorAll('img')];
    expect(pictures.map(({ alt }) => alt)).toEqual([':truk:', ':truk:']);
    expect(host.textContent).toBe('jam 10:30:00  :teh: :truk:');
  });

  it('opens a mention and a link through the reader, never by itself', () => {
    draw(`<@${SARI}> https://a.example/x`);
    const [chip, link] = [...host.querySelectorAll<HTMLElement>('[data-stop]')];
    act(() => chip?.click());
    expect(reader.openPerson).toHaveBeenCalledWith(SARI);
    const click = new MouseEvent('click', { bubbles: true, cancelable: true });
    act(() => void link?.dispatchEvent(click));
    expect(reader.openLink).toHaveBeenCalledWith('https://a.example/x');
    expect(click.defaultPrevented).toBe(true);
  });

  it('shows the real address of a link that may mislead, and makes it no link', () => {
    draw('[https://bank.example](https://evil.example/a)');
    expect(host.querySelector('a')).toBeNull();
    expect(host.textContent).toBe('https://bank.example (https://evil.example/a)');
  });

  it('shows a few emoji large, and one in a sentence not', () => {
    draw('👍🏽 🎉');
    expect(host.querySelector('[data-emoji-only]')).not.toBeNull();
    draw('👍🏽 ok');
    expect(host.querySelector('[data-emoji-only]')).toBeNull();
  });

  it('marks what was found, also within marks', () => {
    draw('**Pagi** semua', [
      [2, 6],
      [9, 12],
    ]);
    expect([...host.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'Pagi',
      'sem',
    ]);
  });

  it('says all words in a row where a few lines are shown of it', () => {
    act(() =>
      root.render(
        <WordsProvider language="en">
          <TextReaderProvider value={reader}>
            <RichText text={'a\nb\n- c\n- **d**\n```\ne\n```'} names={names} flat />
          </TextReaderProvider>
        </WordsProvider>,
      ),
    );
    expect(host.textContent).toBe('a b c d e');
    expect(host.querySelector('ul, pre, br')).toBeNull();
  });

  it('draws any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        draw(text);
      }),
      { numRuns: 120 },
    );
  });
});
