import { TriangleAlert } from 'lucide-react';
import { Component, type ReactNode } from 'react';
import { useWords } from '../../i18n/words-context.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

interface Props {
  /** What is drawn; something else is tried anew. */
  of: string;
  children: ReactNode;
}

/** Keeps a fault of one part of the window from taking the rest with it. */
export class Boundary extends Component<Props, { broken: string | null }> {
  override state: { broken: string | null } = { broken: null };

  override componentDidCatch(error: unknown): void {
    reportError(error);
    this.setState({ broken: this.props.of });
  }

  override render(): ReactNode {
    if (this.state.broken !== this.props.of) return this.props.children;
    return <Broken onAgain={() => this.setState({ broken: null })} />;
  }
}

function Broken({ onAgain }: { onAgain: () => void }) {
  const t = useWords();
  return (
    <EmptyState
      icon={<TriangleAlert />}
      title={t('app.brokenTitle')}
      note={t('app.brokenNote')}
      action={<Button onPress={onAgain}>{t('app.brokenAction')}</Button>}
    />
  );
}
