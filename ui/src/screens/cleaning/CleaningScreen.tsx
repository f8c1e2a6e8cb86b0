import { Button } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Check, CheckView } from '../../engine';
import { useRead } from '../../live/read';
import { useSession } from '../../live/session';
import { IconBrush, IconCheck, IconWand } from '../../parts/icons';
import { Empty, Trouble, Working } from '../../parts/Trouble';
import * as words from '../../words/cleaning';
import { failureSentence } from '../../words/errors';
import { AcceptAll } from './AcceptAll';
import { Checks } from './Checks';
import classes from './Cleaning.module.css';
import { Findings } from './Findings';
import { useMostEver } from './useMostEver';

/** What is wrong in the base, check by check, mended where it stands. */
export default function CleaningScreen({ check: asked }: { check: string | null }) {
  const view = useRead('cleaning.read', {}, { keep: true });
  const { counts } = useSession();
  const [, go] = useLocation();
  const [everything, setEverything] = useState(false);
  const checks = view.data?.checks ?? [];
  const most = useMostEver(checks);
  const open = checks.filter((check) => check.count > 0);
  const chosen = checks.find((check) => check.check === asked) ?? open[0];
  const choose = (check: Check) => go(`/nettoyage/${check}`, { replace: true });

  if (view.error && !view.data) {
    return (
      <Trouble sentence={failureSentence(view.error.code)} onRetry={() => void view.refetch()} />
    );
  }
  const total = view.data?.total ?? 0;
  const certain = view.data?.certain ?? 0;
  const after = next(checks, chosen?.check);
  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{words.title}</h1>
        <p role="status" className={classes.counts}>
          {view.data && words.total(total)}
          {certain > 0 && <span className={classes.certain}> {words.certain(certain)}</span>}
        </p>
        {certain > 0 && (
          <Button
            size="compact-sm"
            leftSection={<IconWand size={15} aria-hidden />}
            onClick={() => setEverything(true)}
          >
            {words.acceptAll(certain)}
          </Button>
        )}
        {total > 0 && <p className={classes.keys}>{words.keys}</p>}
      </header>
      {!view.data && <Working sentence={words.searching} />}
      {view.data && (counts['customer'] ?? 0) === 0 && total === 0 ? (
        <Empty icon={<IconBrush size={28} aria-hidden />} title={words.emptyTitle}>
          {words.emptyHint}
        </Empty>
      ) : view.data && total === 0 && asked === null ? (
        <Empty icon={<IconCheck size={28} aria-hidden />} title={words.allCleanTitle}>
          {words.allCleanHint}
        </Empty>
      ) : (
        chosen && (
          <div className={classes.board}>
            <Checks checks={checks} most={most} chosen={chosen.check} onChoose={choose} />
            <Findings
              key={chosen.check}
              check={chosen}
              most={most[chosen.check] ?? chosen.count}
              next={after}
              onNext={choose}
            />
          </div>
        )
      )}
      {everything && <AcceptAll check={null} onClose={() => setEverything(false)} />}
    </div>
  );
}

/** The check to see to after this one, around the end. */
function next(checks: CheckView[], chosen: Check | undefined): Check | null {
  const place = checks.findIndex(({ check }) => check === chosen);
  const after = [...checks.slice(place + 1), ...checks.slice(0, Math.max(0, place))];
  return after.find(({ count }) => count > 0)?.check ?? null;
}
