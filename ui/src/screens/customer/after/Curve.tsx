import type { CarCare, Point } from '../../../engine';
import { useSession } from '../../../live/session';
import * as words from '../../../words/after';
import { formatDate } from '../../../words/format';
import { formatCount } from '../../../words/typography';
import classes from './After.module.css';

const WIDTH = 640;
const HEIGHT = 220;
const LEFT = 62;
const RIGHT = 14;
const TOP = 10;
const BOTTOM = 24;

/** The odometer over the years: readings, those that cannot be, and the estimate of today. */
export function Curve({ car }: { car: CarCare }) {
  const { today } = useSession();
  const estimate = car.estimate.value?.unit === 'km' ? car.estimate.value.value : null;
  const kept = car.points.filter((point) => !point.odd);
  const odd = car.points.filter((point) => point.odd);
  // One point, or none that can be: no curve yet.
  if (kept.every((point) => point.km === 0) && odd.length === 0)
    return <p className={classes.hint}>{words.noCurve}</p>;
  const from = time(car.points[0]?.on ?? today);
  const until = Math.max(time(today), time(car.points.at(-1)?.on ?? today));
  const most = Math.max(estimate ?? 0, ...kept.map((point) => point.km), 1);
  const step = niceStep(most / 4);
  const top = Math.ceil(most / step) * step;
  const x = (on: string) =>
    LEFT + ((time(on) - from) / Math.max(until - from, 1)) * (WIDTH - LEFT - RIGHT);
  const y = (km: number) => HEIGHT - BOTTOM - (Math.min(km, top) / top) * (HEIGHT - TOP - BOTTOM);
  const last = kept.at(-1);
  return (
    <figure className={classes.curve}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={words.curveOf(car.label, car.points.length)}
      >
        {Array.from({ length: Math.round(top / step) + 1 }, (_, at) => at * step).map((km) => (
          <g key={km}>
            <line className={classes.rule} x1={LEFT} x2={WIDTH - RIGHT} y1={y(km)} y2={y(km)} />
            <text className={classes.tick} x={LEFT - 8} y={y(km) + 4} textAnchor="end">
              {formatCount(km)}
            </text>
          </g>
        ))}
        {years(from, until).map((year) => (
          <text key={year} className={classes.tick} x={x(`${year}-01-01`)} y={HEIGHT - 6}>
            {year}
          </text>
        ))}
        <polyline
          className={classes.path}
          points={kept.map((point) => `${x(point.on)},${y(point.km)}`).join(' ')}
        />
        {last && estimate !== null && (
          <line
            className={classes.ahead}
            x1={x(last.on)}
            y1={y(last.km)}
            x2={x(today)}
            y2={y(estimate)}
          />
        )}
        {kept.map((point) => (
          <circle
            key={`${point.on}${point.km}`}
            className={classes.dot}
            cx={x(point.on)}
            cy={y(point.km)}
            r={4}
          >
            <title>{nameOf(point)}</title>
          </circle>
        ))}
        {odd.map((point) => (
          <g key={`${point.on}${point.km}`} className={classes.cross}>
            <title>{nameOf(point)}</title>
            <path d={`M${x(point.on) - 5} ${y(point.km) - 5}l10 10m0 -10l-10 10`} />
          </g>
        ))}
      </svg>
      {odd.length > 0 && <p className={classes.odd}>{words.odd(odd.length)}</p>}
      <details className={classes.readings}>
        <summary>{words.readings}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.readOn}</th>
              <th scope="col">{words.km}</th>
              <th scope="col">{words.source}</th>
            </tr>
          </thead>
          <tbody>
            {[...car.points].reverse().map((point) => (
              <tr key={`${point.on}${point.km}`} data-odd={point.odd || undefined}>
                <td>{formatDate(point.on)}</td>
                <td>{words.part({ unit: 'km', value: point.km })}</td>
                <td>
                  {point.number ? words.invoice(point.number) : words.registered}
                  {point.odd && ` (${words.oddMark})`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

function nameOf(point: Point): string {
  const km = words.part({ unit: 'km', value: point.km });
  return `${formatDate(point.on)} : ${km}${point.odd ? ` (${words.oddMark})` : ''}`;
}

function time(on: string): number {
  return Date.parse(`${on}T00:00:00Z`);
}

/** Years whose first day lies on the axis, few enough to be read. */
function years(from: number, until: number): number[] {
  const first = new Date(from).getUTCFullYear() + 1;
  const last = new Date(until).getUTCFullYear();
  const every = Math.max(1, Math.ceil((last - first + 1) / 10));
  const found: number[] = [];
  for (let year = first; year <= last; year += every) found.push(year);
  return found;
}

/** A round distance: 1, 2 or 5 and zeros. */
function niceStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(least, 1)));
  return [1, 2, 5, 10].map((digit) => digit * power).find((found) => found >= least) ?? power;
}
