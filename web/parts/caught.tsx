import { Component, type ReactNode } from 'react';
import { say } from '../texts/sign-in.js';

interface CaughtProps {
  children: ReactNode;
}

/** A page that fails, or whose script is not to be had any more, says so: nothing goes white. */
export class Caught extends Component<CaughtProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <div role="alert">
        <p>{say('pageFailed')}</p>
        <button type="button" onClick={() => window.location.reload()}>
          {say('reload')}
        </button>
      </div>
    );
  }
}
