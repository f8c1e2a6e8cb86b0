import { Button, Skeleton } from '@mantine/core';
import { use } from 'react';
import type { HistoryEntry } from '../../engine';
import { CatalogueContext } from '../../live/catalogue';
import { change } from '../../live/change';
import { useRead } from '../../live/read';
import { IconHistory } from '../../parts/icons';
import { Empty, Trouble } from '../../parts/Trouble';
import { changeTitle } from '../../words/changes';
import * as words from '../../words/customer';
import { failureSentence } from '../../words/errors';
import { emptyValue } from '../../words/fields';
import { formatDateTime, formatValue } from '../../words/format';
import classes from './Customer.module.css';

interface Props {
  reference: string;
  links: Record<string, string>;
}

/** Every value that changed, with what stood there before. */
export function History({ reference, links }: Props) {
  const history = useRead('change.history', { ref: reference });
  if (history.error) {
    return (
      <Trouble
        sentence={failureSentence(history.error.code)}
        onRetry={() => void history.refetch()}
      />
    );
  }
  if (!history.data) return <Skeleton height={200} />;
  if (history.data.entries.length === 0) {
    return (
      <section className={classes.card}>
        <Empty icon={<IconHistory size={28} aria-hidden />} title={words.historyEmpty}>
          {words.historyHint}
        </Empty>
      </section>
    );
  }
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={words.history}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.before}</th>
            <th scope="col">{words.after}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {history.data.entries.map((entry, at) => (
            <Entry key={`${entry.seq}-${at}`} entry={entry} links={links} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Entry({ entry, links }: { entry: HistoryEntry; links: Record<string, string> }) {
  const entity = use(CatalogueContext)?.get(entry.entity);
  const field = entity?.fields.find((found) => found.key === entry.field);
  const name = field?.label ?? words.goneField;
  const what = [entry.entity === 'customer' ? null : entity?.label, name]
    .filter(Boolean)
    .join(' · ');
  const text = (value: HistoryEntry['before']) =>
    field ? formatValue(field, value, links) || emptyValue : String(value ?? emptyValue);
  const kind = entity?.label ?? changeTitle(entry.name);
  const whole = entry.happened === 'created' ? words.created(kind) : words.deleted(kind);
  return (
    <tr>
      <td className={classes.when}>{formatDateTime(entry.at)}</td>
      <td>{entry.field ? what : whole}</td>
      <td>{entry.field ? text(entry.before) : ''}</td>
      <td>{entry.field ? text(entry.after) : ''}</td>
      <td>
        {field?.editable && entry.happened === 'edited' && (
          <Button
            size="compact-xs"
            variant="subtle"
            aria-label={words.restoreFor(field.label, formatValue(field, entry.before, links))}
            onClick={() =>
              void change('record.edit', { ref: entry.ref, values: { [field.key]: entry.before } })
            }
          >
            {words.restore}
          </Button>
        )}
      </td>
    </tr>
  );
}
