import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { PaneContext, type PaneServices } from '../services/pane-context';
import { EmptyState } from '../parts/EmptyState';

/** Says so when drawing the pane fails, instead of leaving it blank. */
export class PaneBoundary extends Component<{ readonly children: ReactNode }, { readonly hasFailed: boolean }> {
  static override contextType = PaneContext;
  declare context: PaneServices | null;
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    const texts = this.context?.texts;
    if (!this.state.hasFailed || texts === undefined) return this.props.children;
    return (
      <EmptyState text={texts.crashed}>
        <Button onClick={() => window.location.reload()}>{texts.reload}</Button>
      </EmptyState>
    );
  }
}
