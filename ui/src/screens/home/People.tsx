import type { PersonLoad } from '../../engine';
import * as words from '../../words/home';
import { formatCount } from '../../words/typography';
import classes from './Home.module.css';

interface Props {
  people: PersonLoad[];
  chosen: string | null;
  onChoose: (name: string | null) => void;
}

/** Who has how much to do; a name shows only theirs. */
export function People({ people, chosen, onChoose }: Props) {
  if (people.length === 0) return null;
  return (
    <section className={classes.panel} aria-label={words.people}>
      <h2 className={classes.heading}>{words.people}</h2>
      <table className={classes.people}>
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.overdue}</th>
            <th scope="col">{words.todayShort}</th>
            <th scope="col">{words.comingShort}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ owner, overdue, today, coming }) => (
            <tr key={owner ?? ''} data-chosen={(owner !== null && owner === chosen) || undefined}>
              <th scope="row">
                {owner === null ? (
                  words.nobody
                ) : (
                  <button
                    type="button"
                    aria-pressed={owner === chosen}
                    onClick={() => onChoose(owner === chosen ? null : owner)}
                  >
                    {owner}
                  </button>
                )}
              </th>
              <td data-late={overdue > 0 || undefined}>{formatCount(overdue)}</td>
              <td>{formatCount(today)}</td>
              <td>{formatCount(coming)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
