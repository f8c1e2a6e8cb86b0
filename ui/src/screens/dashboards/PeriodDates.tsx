import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Scope } from '../../engine';
import * as words from '../../words/dashboards';
import { formatDate } from '../../words/format';
import { isoDate } from '../../words/typed';
import classes from './Dashboards.module.css';

interface Props {
  scope: Scope;
  onScope: (scope: Scope) => void;
}

const shown = (iso: string | null) => (iso ? formatDate(iso) : '');

/** First and last day of a period, typed as French people write them; the board follows once they make one. */
export function PeriodDates({ scope, onScope }: Props) {
  const [from, setFrom] = useState(shown(scope.from));
  const [to, setTo] = useState(shown(scope.to));
  const [bad, setBad] = useState(false);

  function leave() {
    const first = from.trim() === '' ? null : isoDate(from.trim());
    const last = to.trim() === '' ? null : isoDate(to.trim());
    const unread = (from.trim() !== '' && !first) || (to.trim() !== '' && !last);
    const wrong = unread || (first !== null && last !== null && last < first);
    setBad(wrong);
    if (!wrong) onScope({ ...scope, from: first, to: last });
  }

  const input = { w: 108, placeholder: '23/11/2026', error: bad, onBlur: leave };
  return (
    <form
      className={classes.dates}
      onSubmit={(event) => {
        event.preventDefault();
        leave();
      }}
    >
      <TextInput
        {...input}
        aria-label={words.from}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      />
      <span aria-hidden>{words.to}</span>
      <TextInput
        {...input}
        aria-label={words.to}
        value={to}
        onChange={(event) => setTo(event.currentTarget.value)}
      />
      <button type="submit" className="visually-hidden" tabIndex={-1}>
        {words.period}
      </button>
      {bad && (
        <span role="alert" className={classes.bad}>
          {words.badPeriod}
        </span>
      )}
    </form>
  );
}
