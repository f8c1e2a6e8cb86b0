import { Button, Kbd } from '@mantine/core';
import { Link } from 'wouter';
import type { FieldView, PairView, ReasonView, RecordView } from '../../engine';
import { useFields } from '../../live/catalogue';
import * as words from '../../words/doubles';
import { emptyValue } from '../../words/fields';
import { formatValue } from '../../words/format';
import classes from './Doubles.module.css';

export type Answer = 'same' | 'different' | 'household' | 'later';

interface CompareProps {
  pair: PairView;
  busy: boolean;
  onAnswer: (answer: Answer) => void;
}

/** Two records side by side, what brings them together and what parts them, and the three answers. */
export function Compare({ pair, busy, onAnswer }: CompareProps) {
  const company = pair.left.values['kind'] === 'company';
  return (
    <section className={classes.compare} aria-label={words.compared}>
      <div className={classes.reasons}>
        <Reasons title={words.reasonsFor} list={pair.reasons.filter((one) => one.speaks_for)} />
        <Reasons
          title={words.reasonsAgainst}
          list={pair.reasons.filter((one) => !one.speaks_for)}
          empty={words.nothingAgainst}
        />
      </div>
      <Side pair={pair} />
      <div className={classes.answers}>
        <Button
          aria-disabled={busy}
          rightSection={<Kbd aria-hidden>{words.sameKey}</Kbd>}
          onClick={() => onAnswer('same')}
        >
          {company ? words.sameFirm : words.same}
        </Button>
        <Button
          variant="default"
          aria-disabled={busy}
          rightSection={<Kbd aria-hidden>{words.differentKey}</Kbd>}
          onClick={() => onAnswer('different')}
        >
          {words.different}
        </Button>
        {!company && (
          <Button
            variant="default"
            aria-disabled={busy}
            title={words.householdHint}
            rightSection={<Kbd aria-hidden>{words.householdKey}</Kbd>}
            onClick={() => onAnswer('household')}
          >
            {words.household}
          </Button>
        )}
        <Button
          variant="default"
          aria-disabled={busy}
          rightSection={<Kbd aria-hidden>{words.laterKey}</Kbd>}
          onClick={() => onAnswer('later')}
        >
          {words.later}
        </Button>
      </div>
    </section>
  );
}

interface ReasonsProps {
  title: string;
  list: ReasonView[];
  empty?: string;
}

function Reasons({ title, list, empty }: ReasonsProps) {
  return (
    <div>
      <h2>{title}</h2>
      {list.length === 0 && <p>{empty}</p>}
      <ul>
        {list.map((one) => (
          <li key={one.what}>{words.reason(one)}</li>
        ))}
      </ul>
    </div>
  );
}

function Side({ pair: { left, right } }: { pair: PairView }) {
  const told = useFields('customer').filter((field) => isTelling(field, left, right));
  const textsOf = (field: FieldView) =>
    [left, right].map((record) => formatValue(field, record.values[field.key]));
  // One decides on what was written differently: it comes first, and what is only reckoned comes last.
  const rank = (field: FieldView) => (!field.editable ? 2 : differs(textsOf(field)) ? 0 : 1);
  const fields = [...told].sort((one, other) => rank(one) - rank(other));
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            {[left, right].map((record) => (
              <th key={record.ref} scope="col">
                <Link
                  href={`/clients/${record.ref}`}
                  aria-label={words.openRecord(`${record.label}, ${record.ref}`)}
                >
                  {record.label}
                </Link>
                <span className={classes.reference}>{record.ref}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => {
            const texts = textsOf(field);
            return (
              <tr key={field.key} data-differs={differs(texts) || undefined}>
                <th scope="row">{field.label}</th>
                {[left, right].map((record, number) => (
                  <td key={record.ref}>{texts[number] || emptyValue}</td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

const UNTOLD = new Set(['name', 'kind']);

function isTelling(field: FieldView, left: RecordView, right: RecordView): boolean {
  if (UNTOLD.has(field.key)) return false;
  return [left, right].some(({ values }) => formatValue(field, values[field.key]) !== '');
}

const differs = ([one, other]: string[]) => Boolean(one && other) && one !== other;
