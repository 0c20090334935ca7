import type { MenuItemConstructorOptions } from 'electron';
import type { WorkspaceEntry } from '../../shared/rpc/workspace-entry.ts';
import type { ShellWords } from './words.ts';

export interface MenuActions {
  openSettings(): void;
  openWorkspace(id: string): void;
  addWorkspace(): void;
}

/** A workspace as menus list it. */
export type ListedWorkspace = Pick<WorkspaceEntry, 'id' | 'name' | 'badge'>;
/** As many as have a key of their own. */
const KEYS = 9;

type Item = MenuItemConstructorOptions;
const line: Item = { type: 'separator' };

const editItems = (words: ShellWords): Item[] => [
  { role: 'undo', label: words.undo },
  { role: 'redo', label: words.redo },
  line,
  { role: 'cut', label: words.cut },
  { role: 'copy', label: words.copy },
  { role: 'paste', label: words.paste },
  { role: 'pasteAndMatchStyle', label: words.pasteAsText },
  { role: 'selectAll', label: words.selectAll },
];

/**
 * The application's menu. On macOS it is the bar that everybody expects; elsewhere it is hidden,
 * and there for its shortcuts.
 */
export function menuTemplate(
  platform: NodeJS.Platform,
  words: ShellWords,
  actions: MenuActions,
  workspaces: readonly ListedWorkspace[] = [],
): Item[] {
  const settings: Item = {
    label: words.settings,
    accelerator: 'CommandOrControl+,',
    click: () => actions.openSettings(),
  };
  const quit: Item = { role: 'quit', label: words.quit };
  const first: Item =
    platform === 'darwin'
      ? {
          label: 'Balai',
          submenu: [
            { role: 'about', label: words.about },
            line,
            settings,
            line,
            { role: 'hide', label: words.hide },
            { role: 'hideOthers', label: words.hideOthers },
            { role: 'unhide', label: words.showAll },
            line,
            quit,
          ],
        }
      : { label: words.file, submenu: [settings, line, quit] };
  return [
    first,
    { label: words.edit, submenu: editItems(words) },
    {
      label: words.view,
      submenu: [
        { role: 'reload', label: words.reload },
        line,
        { role: 'resetZoom', label: words.zoomReset },
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        line,
        { role: 'togglefullscreen', label: words.fullScreen },
      ],
    },
    {
      label: words.workspaces,
      submenu: [
        ...workspaces.map(({ id, name }, index): Item => ({
          label: name ?? 'Balai',
          ...(index < KEYS ? { accelerator: `CommandOrControl+${index + 1}` } : {}),
          click: () => actions.openWorkspace(id),
        })),
        ...(workspaces.length === 0 ? [] : [line]),
        { label: words.addWorkspace, click: () => actions.addWorkspace() },
      ],
    },
    {
      label: words.window,
      submenu: [
        { role: 'minimize', label: words.minimize },
        { role: 'close', label: words.close },
      ],
    },
  ];
}

/** The menu under the right mouse button: what can be done with the text there, or nothing. */
export function contextTemplate(
  at: { isEditable: boolean; selectionText: string },
  words: ShellWords,
): Item[] {
  if (at.isEditable) return editItems(words);
  return at.selectionText.trim() === '' ? [] : [{ role: 'copy', label: words.copy }];
}

/** One workspace is opened by the app's name, several by their own. */
export const trayTemplate = (
  words: ShellWords,
  actions: { open(): void; openWorkspace(id: string): void; quit(): void },
  workspaces: readonly ListedWorkspace[] = [],
): Item[] => [
  ...(workspaces.length < 2
    ? [{ label: words.open, click: () => actions.open() }]
    : workspaces.map(({ id, name, badge }) => ({
        label: badge === 0 ? (name ?? 'Balai') : `${name ?? 'Balai'} (${badge})`,
        click: () => actions.openWorkspace(id),
      }))),
  line,
  { label: words.quit, click: () => actions.quit() },
];
