import { Button } from '@mantine/core';
import { useState } from 'react';
import { call } from '../../engine';
import { sayFailure } from '../../live/change';
import { IconBuilding, IconPhone } from '../../parts/icons';
import { formatDate } from '../../words/format';
import * as words from '../../words/timeline';
import classes from './Customer.module.css';

/** What is told of a call that we make, and of somebody who stands there. */
const ways = {
  call: {
    command: 'call.outcome',
    Icon: IconPhone,
    act: words.dial,
    hint: words.dialHint,
    told: words.called,
  },
  visit: {
    command: 'visit.outcome',
    Icon: IconBuilding,
    act: words.receive,
    hint: words.receiveHint,
    told: words.visited,
  },
} as const;

interface Props {
  kind: keyof typeof ways;
  customer: string;
  /** Is there a number to dial? */
  reachable: boolean;
  subject: string;
  /** Fills a field of the form. */
  onFill: (key: string, text: string) => void;
}

/** Makes the call or receives the customer: what they say fills the form, which stays to be corrected. */
export function OutcomeButton({ kind, customer, reachable, subject, onFill }: Props) {
  const { command, Icon, act, hint, told: tell } = ways[kind];
  const [told, setTold] = useState('');
  const [busy, setBusy] = useState(false);

  async function ask() {
    setBusy(true);
    try {
      const outcome = await call(command, { ref: customer, subject: subject || null });
      onFill('result', outcome.result);
      onFill('content', outcome.content);
      onFill(
        'next_follow_up_on',
        outcome.followUpOn === null ? '' : formatDate(outcome.followUpOn),
      );
      setTold(tell(outcome.result));
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
        leftSection={<Icon size={15} aria-hidden />}
        onClick={() => void ask()}
      >
        {act}
      </Button>
      <p role="status">{reachable ? told || hint : words.noNumber}</p>
    </div>
  );
}
