import crates from '../../../../THIRD-PARTY/rust.txt?raw';
import data from '../../../../THIRD-PARTY/data.md?raw';
import packages from '../../../../THIRD-PARTY/npm.txt?raw';
import runtime from '../../../../THIRD-PARTY/runtime.txt?raw';
import { inBrowser } from '../../engine';
import { useSession } from '../../live/session';
import * as words from '../../words/about';
import { formatDate } from '../../words/format';
import classes from './About.module.css';

/** What this is, where its data are, how accessible it is, whose work it holds. */
export default function AboutScreen() {
  const { version, base } = useSession();
  const facts: [string, string][] = [
    [words.version, version],
    [words.base, formatDate(base.date)],
    [words.seed, String(base.seed)],
    [words.place, inBrowser ? words.places.browser : words.places.program],
  ];
  return (
    <div className={classes.screen}>
      <h1 className={classes.title}>{words.title}</h1>
      <section className={classes.part} aria-label={words.title}>
        <p>{words.product}</p>
        <p>{words.fiction}</p>
        <dl>
          {facts.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p>{words.privacy}</p>
      </section>
      <section className={classes.part} aria-labelledby="accessibilite">
        <h2 id="accessibilite">{words.accessibility}</h2>
        {words.statement.map(({ heading, told }) => (
          <div key={heading}>
            <h3>{heading}</h3>
            <ul>
              {told.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </section>
      <section className={classes.part} aria-labelledby="licences">
        <h2 id="licences">{words.licences}</h2>
        <p>{words.own}</p>
        <p>{words.free}</p>
        <Notices title={words.packages} text={packages} />
        <Notices title={words.crates} text={`${crates}\n\n${runtime}`} />
        <Notices title={words.data} text={sources(data)} />
      </section>
    </div>
  );
}

/** « source — licence » for each line of the table of data. */
function sources(table: string): string {
  const lines = table.split('\n').filter((line) => line.startsWith('| `'));
  const told = lines.map((line) => {
    const [, , source = '', licence = ''] = line.split('|').map((cell) => cell.trim());
    return `${source} — ${licence}`;
  });
  return [...new Set(told)].join('\n');
}

function Notices({ title, text }: { title: string; text: string }) {
  return (
    <details>
      <summary>{title}</summary>
      <pre tabIndex={0} aria-label={title}>
        {text}
      </pre>
    </details>
  );
}
