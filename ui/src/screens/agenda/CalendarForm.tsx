import { Button, Checkbox, Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { change } from '../../live/change';
import { useRead } from '../../live/read';
import * as agenda from '../../words/agenda';
import * as words from '../../words/calendar';
import { close } from '../../words/shell';
import classes from './Agenda.module.css';
import { SchoolYearForm } from './SchoolYearForm';

/** Public holidays and school years, as a trainer may write them. */
export function CalendarForm({ onClose }: { onClose: () => void }) {
  const { data } = useRead('calendar.read', {}, { keep: true });
  const [year, setYear] = useState<number | null>(null);
  const latest = data?.years[0]?.year ?? 2026;
  const chosen = year ?? latest;
  const own = data?.years.find((known) => known.year === chosen);
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.calendarTitle}
      size={760}
      yOffset={40}
      closeButtonProps={{ 'aria-label': close }}
    >
      {data && (
        <div className={classes.form}>
          <Checkbox
            label={words.alsace}
            checked={data.alsaceMoselle}
            onChange={(event) =>
              void change('calendar.edit', {
                alsaceMoselle: event.currentTarget.checked,
                year: null,
                periods: null,
              })
            }
          />
          <div className={classes.ruleLine}>
            <NativeSelect
              label={words.schoolYear}
              value={String(chosen)}
              data={[
                ...(own ? [] : [{ value: String(chosen), label: words.yearName(chosen) }]),
                ...data.years.map((known) => ({
                  value: String(known.year),
                  label: `${words.yearName(known.year)}${known.edited ? ` (${words.editedYear})` : ''}`,
                })),
              ]}
              onChange={(event) => setYear(Number(event.currentTarget.value))}
            />
            <Button variant="default" onClick={() => setYear(latest + 1)}>
              {words.addYear(latest + 1)}
            </Button>
          </div>
          <p className={classes.hint}>{agenda.knownUntil(data.knownUntil, data.officialUntil)}.</p>
          <SchoolYearForm
            key={`${chosen}/${JSON.stringify(own)}`}
            year={chosen}
            view={data}
            edited={own?.edited ?? false}
            periods={own?.periods ?? []}
          />
          <p className={classes.hint}>{words.calendarHint}</p>
        </div>
      )}
    </Modal>
  );
}
