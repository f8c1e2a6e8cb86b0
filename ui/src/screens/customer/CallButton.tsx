import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../engine';
import { sayFailure } from '../../live/change';
import { IconPhone } from '../../parts/icons';
import { formatDate } from '../../words/format';
import * as words from '../../words/timeline';
import classes from './Customer.module.css';

interface Props {
  customer: string;
  /** Is there a number to dial? */
  reachable: boolean;
  subject: string;
  /** Fills a field of the form. */
  onFill: (key: string, text: string) => void;
}

/** Makes the call: somebody answers or not, and what they say fills the form, which stays to be corrected. */
export function CallButton({ customer, reachable, subject, onFill }: Props) {
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);

  async function dial() {
    setBusy(true);
    try {
      const outcome = await call('call.outcome', { ref: customer, subject: subject || null });
      onFill('result', outcome.result);
      onFill('content', outcome.content);
      onFill(
        'next_follow_up_on',
        outcome.followUpOn === null ? '' : formatDate(outcome.followUpOn),
      );
      setTold(words.called(outcome.result));
    } catch (failure) {
      sayFailure(failure);
    }
    setBusy(false);
  }

  return (
    <div className={classes.dial}>
      <Button
        size="xs"
        variant="light"
        loading={busy}
        disabled={!reachable}
        leftSection={<IconPhone size={15} aria-hidden />}
        onClick={() => void dial()}
      >
        {words.dial}
      </Button>
      <p role="status">{reachable ? told || words.dialHint : words.noNumber}</p>
    </div>
  );
}
