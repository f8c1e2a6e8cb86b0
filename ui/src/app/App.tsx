import { Loader } from '@mantine/core';
import { Component, Suspense, type ReactNode } from 'react';
import { CatalogueContext, useCatalogue } from '../live/catalogue';
import { useRead } from '../live/read';
import { SessionContext } from '../live/session';
import { Trouble } from '../parts/Trouble';
import { failureSentence } from '../words/errors';
import * as words from '../words/shell';
import { Screens } from './Screens';
import { Shell } from './Shell';

/** Reads who and what there is, then shows the screen that the address names. */
export function App() {
  const catalogue = useCatalogue();
  const session = useRead('session.state', {}, { keep: true });
  const failure = catalogue.error ?? session.error;
  if (failure && !session.data) {
    return (
      <main>
        <Trouble sentence={failureSentence(failure.code)} onRetry={() => location.reload()} />
      </main>
    );
  }
  if (!catalogue.known || !session.data) return <Opening />;
  return (
    <CatalogueContext value={catalogue.known}>
      <SessionContext value={session.data}>
        <Shell>
          <Guard>
            <Suspense fallback={<Opening />}>
              <Screens />
            </Suspense>
          </Guard>
        </Shell>
      </SessionContext>
    </CatalogueContext>
  );
}

export function Opening() {
  return (
    <div style={{ display: 'grid', placeItems: 'center', flex: 1, minHeight: 240 }} role="status">
      <Loader aria-hidden />
      <span className="visually-hidden">{words.opening}</span>
    </div>
  );
}

/** A screen that breaks says so; the rest goes on. */
class Guard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <Trouble
        sentence={failureSentence('internal')}
        onRetry={() => this.setState({ broken: false })}
      />
    );
  }
}
