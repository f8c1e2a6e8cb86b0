import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { DayPicker } from '../../parts/DayPicker';
import * as words from '../../words/agenda';
import { formatDate } from '../../words/format';
import { isoDate } from '../../words/typed';

/** A date typed, or chosen in the browser's calendar. */
export function GoTo({ day, onGo }: { day: string; onGo: (day: string) => void }) {
  const [text, setText] = useState('');
  const open = useRef<() => void>(() => undefined);
  const go = (typed: string) => {
    const next = isoDate(typed.trim());
    if (next) onGo(next);
  };
  return (
    <TextInput
      size="xs"
      w={126}
      aria-label={words.goToDate}
      placeholder={formatDate(day)}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && go(text)}
      onBlur={() => go(text)}
      rightSection={<DayPicker label={words.goToDate} value={text} onChange={go} open={open} />}
    />
  );
}
