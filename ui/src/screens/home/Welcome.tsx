import { Button, CloseButton } from '@mantine/core';
import { Link } from 'wouter';
import { readFlag, usePreference } from '../../live/preference';
import { useSession } from '../../live/session';
import { IconHelp, IconRoute } from '../../parts/icons';
import { formatLongDay } from '../../words/format';
import { topicAt } from '../../words/help';
import * as words from '../../words/welcome';
import classes from './Welcome.module.css';

/** What this is, once, until it is closed; the day's work is already below. */
export function Welcome() {
  const [seen, setSeen, known] = usePreference<boolean>('home.welcomed', readFlag, false);
  const { group, today } = useSession();
  if (!known || seen) return null;

  async function visit() {
    const { startTour } = await import('../../parts/tour');
    startTour(topicAt('/'));
  }

  return (
    <section className={classes.welcome} aria-labelledby="bienvenue" data-screen-only>
      <div>
        <h2 id="bienvenue">{words.title}</h2>
        <p>
          {words.intro(group.name)} {words.day(formatLongDay(today))}
        </p>
      </div>
      <div className={classes.ways}>
        <Button
          size="sm"
          leftSection={<IconRoute size={17} aria-hidden />}
          onClick={() => void visit()}
        >
          {words.visit}
        </Button>
        <Button size="sm" variant="default" component={Link} href="/donnees">
          {words.resume}
        </Button>
        <Button
          size="sm"
          variant="default"
          component={Link}
          href="/aide"
          leftSection={<IconHelp size={17} aria-hidden />}
        >
          {words.help}
        </Button>
      </div>
      <CloseButton
        className={classes.close}
        aria-label={words.close}
        onClick={() => setSeen(true)}
      />
    </section>
  );
}
