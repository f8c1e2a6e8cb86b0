import { TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { DayPicker } from '../../parts/DayPicker';
import { codeSentence } from '../../words/errors';
import { formatDate } from '../../words/format';
import { isoDate } from '../../words/typed';

interface Props {
  label: string;
  description?: string;
  /** `2026-11-30`, or nothing. */
  value: string;
  onChange: (day: string) => void;
  error?: string | null;
}

/** A day typed in any usual way, or picked. */
export function DateBox({ label, description, value, onChange, error = null }: Props) {
  const [text, setText] = useState(value && formatDate(value));
  const [wrong, setWrong] = useState(false);
  const open = useRef<() => void>(() => undefined);

  function take(typed: string) {
    setText(typed);
    setWrong(false);
    const day = isoDate(typed.trim());
    if (day || typed.trim() === '') onChange(day ?? '');
  }

  return (
    <TextInput
      label={label}
      description={description}
      value={text}
      error={wrong ? codeSentence('bad_date') : error}
      onChange={(event) => take(event.currentTarget.value)}
      onBlur={() => setWrong(text.trim() !== '' && isoDate(text.trim()) === null)}
      onKeyDown={(event) => {
        if (event.altKey && event.key === 'ArrowDown') open.current();
      }}
      rightSection={<DayPicker label={label} value={text} onChange={take} open={open} />}
    />
  );
}
