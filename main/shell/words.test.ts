import { describe, expect, it } from 'vitest';
import { contextTemplate, menuTemplate, trayTemplate } from './menu.ts';
import { wordsFor } from './words.ts';

const labels = (items: { label?: string; submenu?: unknown }[]): string[] =>
  items.flatMap(({ label, submenu }) => [
    ...(label === undefined ? [] : [label]),
    ...(Array.isArray(submenu) ? labels(submenu as { label?: string }[]) : []),
  ]);

describe('the words of the shell', () => {
  it.each([
    ['id', 'Pengaturan'],
    ['id-ID', 'Pengaturan'],
    ['in_ID', 'Settings'],
    ['in', 'Pengaturan'],
    ['en-GB', 'Settings'],
    ['it-IT', 'Settings'],
    ['', 'Settings'],
  ])('are those of the system’s language: %j', (locale, word) => {
    expect(wordsFor(locale).settings).toBe(word);
  });

  it('are translated, every one of them', () => {
    const [en, id] = [wordsFor('en'), wordsFor('id')];
    const same = Object.entries(en).filter(([name, word]) => id[name as keyof typeof id] === word);
    expect(same.map(([name]) => name)).toEqual(['edit']);
    expect(en.unread(1)).toBe('1 mention');
    expect(en.unread(2)).toBe('2 mentions');
    expect(id.unread(2)).toBe('2 sebutan');
  });
});

describe('menus', () => {
  const nothing = (): void => undefined;
  const actions = { openSettings: nothing, openWorkspace: nothing, addWorkspace: nothing };

  it.each(['darwin', 'win32', 'linux'] as const)('%s: name everything in words', (platform) => {
    const items = menuTemplate(platform, wordsFor('id'), actions);
    const all = items.flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []));
    expect(all.filter(({ type, label }) => type !== 'separator' && !label)).toEqual([]);
    expect(labels(items)).toContain('Pengaturan');
  });

  it('offer no developer tools', () => {
    const text = JSON.stringify(menuTemplate('darwin', wordsFor('en'), actions));
    expect(text).not.toMatch(/devtools/i);
  });

  it('offer at the mouse what can be done there', () => {
    const words = wordsFor('en');
    expect(contextTemplate({ isEditable: false, selectionText: ' ' }, words)).toEqual([]);
    expect(labels(contextTemplate({ isEditable: false, selectionText: 'a' }, words))).toEqual([
      'Copy',
    ]);
    expect(labels(contextTemplate({ isEditable: true, selectionText: '' }, words))).toContain(
      'Paste',
    );
  });

  it('lead from the tray back to the app, and out of it', () => {
    const done: string[] = [];
    const items = trayTemplate(wordsFor('en'), {
      open: () => void done.push('open'),
      openWorkspace: (id) => void done.push(id),
      quit: () => void done.push('quit'),
    });
    for (const item of items) item.click?.(undefined as never, undefined, undefined as never);
    expect(done).toEqual(['open', 'quit']);
  });

  it('lead from the tray to each of several workspaces, which say how much waits', () => {
    const done: string[] = [];
    const ofTray = {
      ...{ open: nothing, quit: nothing },
      openWorkspace: (id: string) => void done.push(id),
    };
    const items = trayTemplate(wordsFor('en'), ofTray, [
      { id: 'a', name: 'Nusa', badge: 0 },
      { id: 'b', name: 'Koperasi', badge: 2 },
    ]);
    expect(items.slice(0, 2).map(({ label }) => label)).toEqual(['Nusa', 'Koperasi (2)']);
    items[1]?.click?.(undefined as never, undefined, undefined as never);
    expect(done).toEqual(['b']);
  });
});
