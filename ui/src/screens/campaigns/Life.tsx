import type { CampaignExpected, CampaignFile } from '../../engine';
import * as words from '../../words/campaign-life';
import { formatCount } from '../../words/typography';
import classes from './Campaigns.module.css';

type Line = keyof typeof words.lines;

/** What is told of each channel: neither paper nor a telephone says that it was read. */
const LINES: Record<string, Line[]> = {
  mail: [
    'delivered',
    'opened',
    'clicked',
    'answered',
    'appointments',
    'unsubscribed',
    'complained',
    'bounced',
  ],
  sms: [
    'delivered',
    'clicked',
    'answered',
    'appointments',
    'unsubscribed',
    'complained',
    'bounced',
  ],
  letter: ['delivered', 'answered', 'appointments', 'unsubscribed', 'complained', 'bounced'],
};

/** What the class got beside what the same sending would give in a real dealership. */
export function Life({ file, channel }: { file: CampaignFile; channel: string }) {
  if (file.results.sent === 0) return null;
  return (
    <section aria-label={words.title} className={classes.life}>
      <h3>{words.title}</h3>
      {file.expected ? (
        <Compared file={file} expected={file.expected} lines={LINES[channel] ?? []} />
      ) : (
        <p className={classes.hint}>{words.unknown}</p>
      )}
    </section>
  );
}

interface Props {
  file: CampaignFile;
  expected: CampaignExpected;
  lines: Line[];
}

function Compared({ file, expected, lines }: Props) {
  const got = (line: Line) => (line === 'appointments' ? file.asked : file.results[line]);
  return (
    <>
      <p className={classes.inLife}>{words.sentence(expected, file.results.sent)}</p>
      <table className={classes.compared}>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.obtained[expected.regime]}</th>
            <th scope="col">{words.expected[expected.regime]}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line}>
              <th scope="row" data-part={line === 'appointments' || undefined}>
                {words.lines[line]}
              </th>
              <td>{formatCount(got(line))}</td>
              <td>{words.figure(expected[line])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.hint}>{words.how}</p>
    </>
  );
}
