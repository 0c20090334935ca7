import css from './SidebarViews.module.css';
import { sidebarViews } from './views.ts';

/** The lists across all conversations, above them. */
export function SidebarViews() {
  return (
    <ul className={css.views}>
      {sidebarViews.map(({ at, Row }) => (
        <Row key={at} />
      ))}
    </ul>
  );
}
