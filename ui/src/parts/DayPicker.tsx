import { useImperativeHandle, useRef, type Ref } from 'react';
import * as words from '../words/fields';
import { formatDate } from '../words/format';
import { isoDate } from '../words/typed';
import classes from './DayPicker.module.css';
import { IconCalendar } from './icons';

interface Props {
  label: string;
  /** What is typed in the field. */
  value: string;
  onChange: (text: string) => void;
  open: Ref<() => void>;
}

/** The browser's own calendar beside a date that is typed; Alt and the down arrow open it from the field. */
export function DayPicker({ label, value, onChange, open }: Props) {
  const picker = useRef<HTMLInputElement>(null);

  function show() {
    try {
      picker.current?.showPicker();
    } catch {
      // Refused in a frame of another site: the date is typed.
    }
  }
  useImperativeHandle(open, () => show);

  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={classes.button}
        aria-label={words.openCalendar(label)}
        title={words.calendarKeys}
        // The field keeps the focus: leaving it would end what is being edited.
        onMouseDown={(event) => event.preventDefault()}
        onClick={show}
      >
        <IconCalendar size={16} aria-hidden />
      </button>
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden
        className={classes.picker}
        value={isoDate(value.trim()) ?? ''}
        onChange={(event) => {
          const { value: day } = event.currentTarget;
          if (day) onChange(formatDate(day));
        }}
      />
    </>
  );
}
