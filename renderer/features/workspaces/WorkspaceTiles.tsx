import { Plus } from 'lucide-react';
import type { CSSProperties } from 'react';
import { Button, MenuTrigger } from 'react-aria-components';
import type { WorkspaceEntry } from '../../../shared/rpc/workspace-entry.ts';
import { useShellInfo } from '../../app/core/core-context.tsx';
import { useLivePick } from '../../app/core/use-live.ts';
import { useWords } from '../../i18n/words-context.tsx';
import { initials } from '../../ui/avatar-look.ts';
import { Badge } from '../../ui/Badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { MenuItem, MenuLine, MenuPopover } from '../../ui/Menu.tsx';
import { WithTooltip } from '../../ui/Tooltip.tsx';
import { useWorkspaceEdge } from './use-workspace-edge.ts';
import { useWorkspaces, useWorkspaceWays } from './use-workspaces.ts';
import { workspaceColour } from './workspace-colour.ts';
import css from './WorkspaceTiles.module.css';

/** As many stand beside one another in the rail; the menu has all. */
const MOST = 5;
/** As many have a key, in the shell's own menu. */
const KEYS = 9;

/** This window's workspace with the menu of all, and below it the others. */
export function WorkspaceTiles() {
  const all = useWorkspaces();
  const others = all.filter(({ here }) => !here).slice(0, MOST);
  return (
    <div className={css.tiles}>
      <OwnTile all={all} />
      {others.map((one) => (
        <OtherTile key={one.id} one={one} />
      ))}
    </div>
  );
}

function OwnTile({ all }: { all: readonly WorkspaceEntry[] }) {
  const t = useWords();
  const { host } = useShellInfo();
  const ways = useWorkspaceWays();
  const name = useLivePick('sidebar', {}, ['sidebar'], (sidebar) => sidebar?.workspace);
  const colour = useWorkspaceEdge();
  const label = t('workspaces.menu', { name: name || 'Balai' });
  return (
    <MenuTrigger>
      <WithTooltip text={label}>
        <Button
          aria-label={label}
          className={classNames(css.tile, css.own, colour !== undefined && css.coloured)}
          style={colour ?? {}}
        >
          {name === undefined ? '' : initials(name || 'Balai')}
        </Button>
      </WithTooltip>
      <MenuPopover label={t('workspaces.title')} placement="end bottom">
        {all.map((one, index) => (
          <MenuItem
            key={one.id}
            icon={<Dot one={one} />}
            checked={one.here}
            keys={host === 'electron' && index < KEYS ? ['Ctrl', String(index + 1)] : undefined}
            onAction={() => ways.open(one.id)}
          >
            {nameOf(one)}
          </MenuItem>
        ))}
        {all.length === 0 ? null : <MenuLine />}
        <MenuItem icon={<Plus />} onAction={ways.add}>
          {t('workspaces.add')}
        </MenuItem>
      </MenuPopover>
    </MenuTrigger>
  );
}

function OtherTile({ one }: { one: WorkspaceEntry }) {
  const t = useWords();
  const ways = useWorkspaceWays();
  const name = nameOf(one);
  const label =
    one.problem === 'revoked' ? t('workspaces.ended', { name }) : t('workspaces.open', { name });
  return (
    <WithTooltip text={label}>
      <Button
        aria-label={one.badge === 0 ? label : t('workspaces.waiting', { name, count: one.badge })}
        className={classNames(css.tile, one.problem === 'revoked' && css.ended)}
        style={{ '--workspace': workspaceColour(one.colour) } as CSSProperties}
        onPress={() => ways.open(one.id)}
      >
        <span aria-hidden>{initials(name)}</span>
        {one.badge === 0 ? null : (
          <span className={css.count} aria-hidden>
            <Badge count={one.badge} label="" />
          </span>
        )}
      </Button>
    </WithTooltip>
  );
}

function Dot({ one }: { one: WorkspaceEntry }) {
  return (
    <span
      className={css.dot}
      style={{ '--workspace': workspaceColour(one.colour) } as CSSProperties}
    />
  );
}

const nameOf = ({ name, address }: WorkspaceEntry): string => name || address || 'Balai';
