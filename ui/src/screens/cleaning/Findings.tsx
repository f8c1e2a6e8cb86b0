import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Check, CheckView, FindingView } from '../../engine';
import { change } from '../../live/change';
import { useRead } from '../../live/read';
import { IconCheck, IconListCheck, IconWand } from '../../parts/icons';
import { Empty, Trouble } from '../../parts/Trouble';
import * as words from '../../words/cleaning';
import { failureSentence } from '../../words/errors';
import { AcceptAll } from './AcceptAll';
import classes from './Cleaning.module.css';
import { Finding } from './Finding';
import { useWalk } from './useWalk';

const PAGE = 60;
const LONGEST = 480;

interface Props {
  check: CheckView;
  most: number;
  next: Check | null;
  onNext: (check: Check) => void;
}

/** What a check found, one under the other, gone through by mouse or by keyboard. */
export function Findings({ check, most, next, onNext }: Props) {
  const [ignored, setIgnored] = useState(false);
  const [limit, setLimit] = useState(PAGE);
  const [accepting, setAccepting] = useState(false);
  const [busy, setBusy] = useState(false);
  const asked = { check: check.check, ignored, offset: 0, limit };
  const found = useRead('cleaning.list', asked, { keep: true });
  const findings = found.data?.findings ?? [];

  async function run(work: () => Promise<unknown>) {
    if (busy) return;
    setBusy(true);
    await work();
    setBusy(false);
  }
  const accept = (finding: FindingView) =>
    run(() =>
      change(
        'cleaning.accept',
        { check: check.check, refs: [finding.record.ref], except: [] },
        words.accepted,
      ),
    );
  const leave = (finding: FindingView) =>
    run(() =>
      change(
        'cleaning.ignore',
        { check: check.check, ref: finding.record.ref, ignored: !ignored },
        ignored ? words.shownAgain : words.kept,
      ),
    );
  const walk = useWalk(findings, {
    accept: (finding) => finding.correction && !ignored && void accept(finding),
    ignore: (finding) => void leave(finding),
  });

  if (found.error && !found.data) {
    return (
      <Trouble sentence={failureSentence(found.error.code)} onRetry={() => void found.refetch()} />
    );
  }
  const fill = fillAddress(check.check);
  const total = found.data?.total ?? 0;
  return (
    <section className={classes.findings} aria-label={words.findingsOf(check.check)}>
      <header className={classes.head}>
        <div>
          <h2>{words.checkTitle(check.check)}</h2>
          <p>{words.checkHint(check.check)}</p>
        </div>
        <div className={classes.acts}>
          {!ignored && most > 0 && (
            <span className={classes.progress} title={words.progressHint}>
              {words.progress(check.count, most)}
            </span>
          )}
          {!ignored && check.certain > 0 && (
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconWand size={15} aria-hidden />}
              onClick={() => setAccepting(true)}
            >
              {words.acceptAll(check.certain)}
            </Button>
          )}
          {!ignored && fill && check.count > 0 && (
            <Button
              component={Link}
              href={fill}
              size="compact-sm"
              variant="light"
              leftSection={<IconListCheck size={15} aria-hidden />}
            >
              {words.fillAll}
            </Button>
          )}
          {(ignored || check.ignored > 0) && (
            <Button size="compact-sm" variant="subtle" onClick={() => setIgnored(!ignored)}>
              {ignored ? words.seeOpen : words.seeLeftAlone(check.ignored)}
            </Button>
          )}
        </div>
      </header>
      {found.data && findings.length === 0 && (
        <Empty
          icon={<IconCheck size={28} aria-hidden />}
          title={ignored ? words.noneLeftAlone : words.cleanTitle}
          action={
            next && (
              <Button autoFocus onClick={() => onNext(next)}>
                {words.nextCheck(next)}
              </Button>
            )
          }
        >
          {most > 0 && !ignored ? words.wellDone(most) : words.cleanHint}
        </Empty>
      )}
      <ul className={classes.list} ref={walk.list} onKeyDown={walk.onKeyDown}>
        {findings.map((finding, place) => (
          <Finding
            key={finding.record.ref}
            finding={finding}
            names={found.data?.names ?? {}}
            current={place === walk.place}
            ignored={ignored}
            onFocus={() => walk.setPlace(place)}
            onAccept={() => void accept(finding)}
            onLeave={() => void leave(finding)}
          />
        ))}
      </ul>
      {total > findings.length && findings.length > 0 && (
        <p className={classes.more}>
          {words.shown(findings.length, total)}
          {limit < LONGEST && (
            <Button size="compact-sm" variant="subtle" onClick={() => setLimit(limit * 2)}>
              {words.more}
            </Button>
          )}
        </p>
      )}
      {accepting && <AcceptAll check={check.check} onClose={() => setAccepting(false)} />}
    </section>
  );
}

/** Values that are missing are filled in one after the other, on a screen of their own. */
function fillAddress(check: Check): string | null {
  return check === 'mail_missing' ? `/remplir/customer/mail/${check}` : null;
}
