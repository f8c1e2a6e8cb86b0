import { Button } from '@mantine/core';
import { useEffect, useState, type ReactNode } from 'react';
import { connect, EngineFailure, startAfresh, takeOver } from '../engine';
import { sayFailure } from '../live/change';
import { useDoorEvents } from '../live/door';
import { Empty, Trouble } from '../parts/Trouble';
import { IconInbox } from '../parts/icons';
import { failureSentence } from '../words/errors';
import * as words from '../words/shell';
import { Opening } from './App';

type Way = 'opening' | 'open' | EngineFailure;

let opening: Promise<void> | null = null;

/** Opens the way to the engine before anything asks for it. */
export function Start({ children }: { children: ReactNode }) {
  const [way, setWay] = useState<Way>('opening');

  useEffect(() => {
    opening ??= connect();
    opening.then(
      () => setWay('open'),
      (failure) =>
        setWay(
          failure instanceof EngineFailure ? failure : new EngineFailure({ code: 'unreachable' }),
        ),
    );
  }, []);

  const elsewhere = useDoorEvents().some(
    (event) => event.kind === 'other-tab' && event.state !== 'here',
  );

  if (way === 'open') return children;
  if (way === 'opening' && !elsewhere) return <Opening />;
  return (
    <main>
      {way === 'opening' ? (
        <Empty
          icon={<IconInbox size={28} aria-hidden />}
          page
          title={words.otherTab}
          action={
            <Button onClick={() => void takeOver().catch(sayFailure)}>{words.takeOver}</Button>
          }
        />
      ) : (
        <Trouble sentence={failureSentence(way.code)} onRetry={() => location.reload()}>
          {way.code === 'data_damaged' && import.meta.env.MODE === 'single' && (
            <Afresh onOpen={() => setWay('open')} />
          )}
        </Trouble>
      )}
    </main>
  );
}

/** What is kept cannot be read: offers to begin again from the school base. */
function Afresh({ onOpen }: { onOpen: () => void }) {
  return (
    <>
      <p>{words.startAfreshHint}</p>
      <Button variant="default" onClick={() => startAfresh().then(onOpen, sayFailure)}>
        {words.startAfresh}
      </Button>
    </>
  );
}
