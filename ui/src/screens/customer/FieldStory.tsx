import { Button, Popover, Skeleton } from '@mantine/core';
import { useState, type MouseEvent } from 'react';
import { Link } from 'wouter';
import type { FieldView, RecordView } from '../../engine';
import { change } from '../../live/change';
import { useRead } from '../../live/read';
import { IconHistory } from '../../parts/icons';
import { restore, restoreFor } from '../../words/customer';
import { formatDateTime, formatValue } from '../../words/format';
import * as words from '../../words/timeline';
import classes from './Customer.module.css';
import { FieldName } from './FieldName';

interface Props {
  record: RecordView;
  field: FieldView;
  links: Record<string, string>;
}

/** The name of a field, the way to all its values over the base; beside it what it held before, with the way back. */
export function FieldStory({ record, field, links }: Props) {
  const [opened, setOpened] = useState(false);
  function onContextMenu(event: MouseEvent) {
    event.preventDefault();
    setOpened(true);
  }
  if (!field.editable) return <FieldName entity={record.entity} field={field} stop />;
  return (
    <span className={classes.named}>
      <span onContextMenu={onContextMenu}>
        <FieldName entity={record.entity} field={field} />
      </span>
      <Popover
        opened={opened}
        onChange={setOpened}
        position="bottom-start"
        withinPortal
        trapFocus
        returnFocus
        shadow="md"
      >
        <Popover.Target>
          <button
            type="button"
            className={classes.past}
            aria-label={words.past(field.label)}
            title={words.past(field.label)}
            // One stop a field: from the value, the menu key comes here.
            tabIndex={-1}
            onClick={() => setOpened(!opened)}
          >
            <IconHistory size={13} aria-hidden />
          </button>
        </Popover.Target>
        <Popover.Dropdown aria-label={words.storyTitle(field.label)}>
          <strong>{words.storyTitle(field.label)}</strong>
          {opened && (
            <Past record={record} field={field} links={links} onDone={() => setOpened(false)} />
          )}
          <Link
            href={`/valeurs/${record.entity}/${field.key}`}
            className={classes.eventLink}
            data-autofocus
          >
            {words.allValues}
          </Link>
        </Popover.Dropdown>
      </Popover>
    </span>
  );
}

function Past({ record, field, links, onDone }: Props & { onDone: () => void }) {
  const history = useRead('change.history', { ref: record.ref });
  if (!history.data) return <Skeleton height={40} />;
  const past = history.data.entries.filter(
    (entry) => entry.ref === record.ref && entry.field === field.key,
  );
  if (past.length === 0) return <p className={classes.hint}>{words.storyEmpty}</p>;
  const text = (value: (typeof past)[number]['before']) =>
    formatValue(field, value, links) || words.nothing;
  return (
    <ul className={classes.story}>
      {past.slice(0, 8).map((entry, at) => (
        <li key={`${entry.seq}-${at}`}>
          <span className={classes.when}>{formatDateTime(entry.at)}</span>
          <span>
            {text(entry.before)} → {text(entry.after)}
          </span>
          {field.editable && entry.before !== record.values[field.key] && (
            <Button
              size="compact-xs"
              variant="subtle"
              aria-label={restoreFor(field.label, text(entry.before))}
              onClick={() => {
                onDone();
                void change('record.edit', {
                  ref: record.ref,
                  values: { [field.key]: entry.before },
                });
              }}
            >
              {restore}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
