import { Link } from 'wouter';
import type { MergeMove, MergePreview } from '../../engine';
import * as words from '../../words/merge';
import classes from './Merge.module.css';

interface KeptProps {
  preview: MergePreview;
  onKeep: (reference: string) => void;
}

/** The records, the one that stays marked. */
export function Kept({ preview, onKeep }: KeptProps) {
  return (
    <fieldset className={classes.panel}>
      <legend>{words.kept}</legend>
      <div className={classes.records}>
        {[...preview.customers]
          .sort((one, other) => one.record.ref.localeCompare(other.record.ref))
          .map(({ record, belongings }) => (
            <label key={record.ref} className={classes.record}>
              <input
                type="radio"
                name="kept"
                checked={record.ref === preview.kept}
                onChange={() => onKeep(record.ref)}
                aria-label={words.keep(`${record.label}, ${record.ref}`)}
              />
              <span>
                <strong>{record.label}</strong>{' '}
                <Link href={`/clients/${record.ref}`}>{record.ref}</Link>
                <Belongings list={belongings} />
              </span>
            </label>
          ))}
      </div>
    </fieldset>
  );
}

function Belongings({ list }: { list: MergeMove[] }) {
  return <small>{countsOf(list)}</small>;
}

/** « 2 véhicules, 5 factures ». */
export function countsOf(list: MergeMove[]): string {
  return list.map(({ entity, count }) => words.counted(entity, count)).join(', ');
}
