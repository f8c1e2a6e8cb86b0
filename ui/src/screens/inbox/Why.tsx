import { Button } from '@mantine/core';
import { useState } from 'react';
import type { WhyView } from '../../engine';
import { useRead } from '../../live/read';
import { WhySheet } from '../../parts/WhySheet';
import * as words from '../../words/why';
import classes from './Inbox.module.css';

/** Why the reaction came, for a trainer who asks twice. */
export function Why({ why }: { why: WhyView }) {
  const [step, setStep] = useState<'closed' | 'asked' | 'shown'>('closed');
  const shown = step === 'shown';
  const draws = useRead('replies.draws', {}, { enabled: shown });
  if (why.regime === null) return null;
  if (step === 'closed') {
    return (
      <Button size="compact-xs" variant="subtle" onClick={() => setStep('asked')}>
        {words.why}
      </Button>
    );
  }
  return (
    <div className={classes.whySheet}>
      <WhySheet why={why} draws={draws.data} shown={shown} onShow={() => setStep('shown')} />
      <Button size="compact-xs" variant="subtle" onClick={() => setStep('closed')}>
        {words.hide}
      </Button>
    </div>
  );
}
