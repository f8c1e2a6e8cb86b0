import { ActionIcon, Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { CalendarView, Problem, SchoolPeriod } from '../../engine';
import { change } from '../../live/change';
import { IconPlus, IconTrash } from '../../parts/icons';
import * as words from '../../words/calendar';
import { codeSentence, problemSentence } from '../../words/errors';
import { formatDate } from '../../words/format';
import { isoDate } from '../../words/typed';
import classes from './Agenda.module.css';

interface YearProps {
  year: number;
  view: CalendarView;
  edited: boolean;
  periods: SchoolPeriod[];
}

const COLUMNS = ['zone', 'name', 'from', 'to'] as const;
type Texts = Record<(typeof COLUMNS)[number], string>;

/** The holidays of one school year, as lines to write. */
export function SchoolYearForm({ year, view, edited, periods }: YearProps) {
  const [rows, setRows] = useState<Texts[]>(() =>
    periods.map(({ zone, name, from, to }) => ({
      zone,
      name,
      from: formatDate(from),
      to: formatDate(to),
    })),
  );
  const [errors, setErrors] = useState<Record<string, string>>({});

  async function save() {
    const unread: Record<string, string> = {};
    const read = rows.map((row, at) => {
      const day = (key: 'from' | 'to') => {
        const found = isoDate(row[key].trim());
        if (!found) unread[`${at}.${key}`] = codeSentence('bad_date');
        return found ?? '';
      };
      return { zone: row.zone.trim(), name: row.name.trim(), from: day('from'), to: day('to') };
    });
    if (Object.keys(unread).length > 0) return setErrors(unread);
    const outcome = await change(
      'calendar.edit',
      { alsaceMoselle: null, year, periods: read },
      words.yearSaved,
    );
    if ('problems' in outcome) setErrors(byField(outcome.problems));
  }

  return (
    <>
      {rows.length === 0 && <p className={classes.hint}>{words.noPeriods}</p>}
      <div className={classes.years} tabIndex={0} role="region" aria-label={words.yearName(year)}>
        <table>
          <thead>
            <tr>
              {COLUMNS.map((key) => (
                <th key={key} scope="col">
                  {words.columns[key]}
                </th>
              ))}
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                {COLUMNS.map((key) => (
                  <td key={key}>
                    <TextInput
                      size="xs"
                      aria-label={`${words.columns[key]}, ${at + 1}`}
                      value={row[key]}
                      error={errors[`${at}.${key}`]}
                      onChange={({ currentTarget: { value } }) =>
                        setRows(
                          rows.map((known, place) =>
                            place === at ? { ...known, [key]: value } : known,
                          ),
                        )
                      }
                    />
                  </td>
                ))}
                <td>
                  <ActionIcon
                    size={26}
                    variant="subtle"
                    aria-label={words.removePeriod(at)}
                    onClick={() => setRows(rows.filter((_, place) => place !== at))}
                  >
                    <IconTrash size={15} aria-hidden />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className={classes.buttons}>
        <Button
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
          onClick={() =>
            setRows([...rows, { zone: view.zones[0] ?? '', name: '', from: '', to: '' }])
          }
        >
          {words.addPeriod}
        </Button>
        <span className={classes.push} />
        {edited && (
          <Button
            variant="default"
            onClick={() =>
              void change('calendar.edit', { alsaceMoselle: null, year, periods: null })
            }
          >
            {words.restoreYear}
          </Button>
        )}
        <Button onClick={() => void save()}>{words.saveYear}</Button>
      </div>
    </>
  );
}

const byField = (problems: Problem[]) =>
  Object.fromEntries(
    problems.map((problem) => [problem.field, problemSentence(problem, words.columns.from)]),
  );
