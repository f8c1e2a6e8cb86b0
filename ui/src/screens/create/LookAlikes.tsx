import { Link } from 'wouter';
import type { Values } from '../../engine';
import { usePaused } from '../../live/debounce';
import { useRead } from '../../live/read';
import { IconUsers } from '../../parts/icons';
import * as words from '../../words/create';
import { formatDate, formatPhone } from '../../words/format';
import classes from './Create.module.css';

const TELLING = [
  'last_name',
  'legal_name',
  'trade_name',
  'phone',
  'mobile',
  'mail',
  'siren',
  'siret',
];

/** Records that look like the one being typed, with the reasons. */
export function LookAlikes({ values }: { values: Values }) {
  const paused = JSON.parse(usePaused(JSON.stringify(values), 200)) as Values;
  const telling = TELLING.some((key) => String(paused[key] ?? '').length > 1);
  const found = useRead(
    'customer.lookalikes',
    { ref: null, values: paused },
    { enabled: telling, keep: true },
  );
  const candidates = telling ? (found.data?.candidates ?? []) : [];
  return (
    <aside className={classes.aside} aria-label={words.lookalikes}>
      <h2 className={classes.heading}>
        <IconUsers size={17} aria-hidden /> {words.lookalikes}
      </h2>
      <p className={classes.hint} role="status">
        {!telling
          ? words.lookalikesIdle
          : candidates.length > 0
            ? words.lookalikesSome
            : words.lookalikesNone}
      </p>
      <ul className={classes.candidates}>
        {candidates.map((candidate) => (
          <li key={candidate.ref} data-strong={candidate.score >= 80 || undefined}>
            <div className={classes.line}>
              <strong>{candidate.label}</strong>
              <span>{words.score(candidate.score)}</span>
            </div>
            <div className={classes.reasons}>{words.reasonList(candidate.reasons)}</div>
            <div className={classes.detail}>
              {[
                candidate.town,
                candidate.phone && formatPhone(candidate.phone),
                candidate.birthDate && formatDate(candidate.birthDate),
              ]
                .filter(Boolean)
                .join(' · ')}
            </div>
            <Link href={`/clients/${candidate.ref}`} aria-label={words.openOf(candidate.label)}>
              {words.open}
            </Link>
          </li>
        ))}
      </ul>
    </aside>
  );
}
