import { ActionIcon, Button, Menu } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { TargetReady, TargetSaved } from '../../engine';
import { change } from '../../live/change';
import { boardsAddress, memberOf, targetAddress } from '../../live/lists';
import { useRead } from '../../live/read';
import { call } from '../../engine';
import { IconDotsVertical, IconPlus } from '../../parts/icons';
import { Trouble } from '../../parts/Trouble';
import { failureSentence } from '../../words/errors';
import { targetProblemSentence } from '../../words/target-problems';
import * as words from '../../words/targeting';
import { toBoard } from '../../words/tileTargets';
import { formatCount } from '../../words/typography';
import { Compare } from './Compare';
import classes from './Targeting.module.css';

/** Targetings: one's own, and those of the trade to begin from. */
export default function TargetingsScreen() {
  const saved = useRead('targeting.list', {}, { keep: true });
  const ready = useRead('targeting.ready', {}, { keep: true });
  const [comparing, setComparing] = useState<string | null>(null);
  const failure = saved.error ?? ready.error;
  if (failure) {
    return (
      <Trouble sentence={failureSentence(failure.code)} onRetry={() => void saved.refetch()} />
    );
  }
  const mine = saved.data?.saved ?? [];
  return (
    <div className={classes.screen}>
      <header className={classes.bar}>
        <h1 className={classes.title}>{words.title}</h1>
        <span className={classes.push} />
        <Button
          component={Link}
          href="/ciblage/nouveau"
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {words.create}
        </Button>
      </header>
      {comparing !== null && (
        <Compare saved={mine} first={comparing} onClose={() => setComparing(null)} />
      )}
      <div className={classes.lists}>
        <section className={classes.panel} aria-labelledby="mine">
          <h2 id="mine" className={classes.panelTitle}>
            {words.mine}
          </h2>
          {saved.data && mine.length === 0 && <p className={classes.empty}>{words.noneYet}</p>}
          <ul className={classes.items}>
            {mine.map((one) => (
              <Saved key={one.ref} one={one} onCompare={() => setComparing(one.ref)} />
            ))}
          </ul>
        </section>
        <section className={classes.panel} aria-labelledby="ready">
          <h2 id="ready" className={classes.panelTitle}>
            {words.readyMade}
          </h2>
          <Ready ready={ready.data?.ready ?? []} />
        </section>
      </div>
    </div>
  );
}

function Saved({ one, onCompare }: { one: TargetSaved; onCompare: () => void }) {
  const [, go] = useLocation();
  const frozen = one.mode === 'frozen';

  async function show() {
    const opened = await call('targeting.open', { ref: one.ref });
    if (opened.members) go(targetAddress({ title: one.name, target: opened.members }));
  }

  return (
    <li className={classes.item}>
      <div className={classes.itemText}>
        <Link href={`/ciblage/${one.ref}`} className={classes.to}>
          {one.name}
        </Link>{' '}
        {frozen && <span className={classes.badge}>{words.frozen}</span>}
        <p>
          {one.problems[0] ? targetProblemSentence(one.problems[0]) : one.description || one.text}
        </p>
      </div>
      <span className={classes.number}>{one.count === null ? '—' : formatCount(one.count)}</span>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={words.actionsOn(one.name)}>
            <IconDotsVertical size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void show()} disabled={one.count === null}>
            {words.seeList}
          </Menu.Item>
          <Menu.Item
            disabled={one.count === null || one.entity === null}
            onClick={() =>
              one.entity &&
              go(boardsAddress({ title: one.name, target: memberOf(one.entity, one.ref) }))
            }
          >
            {toBoard}
          </Menu.Item>
          <Menu.Item
            disabled={one.count === null}
            onClick={() =>
              void change('targeting.freeze', { ref: one.ref, mode: frozen ? 'live' : 'frozen' })
            }
          >
            {frozen ? words.unfreeze : words.freeze}
          </Menu.Item>
          <Menu.Item
            onClick={() =>
              void change('targeting.duplicate', { ref: one.ref, name: words.copyOf(one.name) })
            }
          >
            {words.duplicate}
          </Menu.Item>
          <Menu.Item onClick={onCompare}>{words.compareWith}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void change('record.delete', { ref: one.ref })}>
            {words.erase}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

function Ready({ ready }: { ready: TargetReady[] }) {
  const groups = [...new Set(ready.map(({ group }) => group))];
  return groups.map((group) => (
    <section key={group} aria-label={group}>
      <h3 className={classes.groupTitle}>{group}</h3>
      <ul className={classes.items}>
        {ready
          .filter((one) => one.group === group)
          .map((one) => (
            <li key={one.key} className={classes.item}>
              <div className={classes.itemText}>
                <Link href={`/ciblage/modele/${one.key}`} className={classes.to}>
                  {one.name}
                </Link>
                <p>{one.description}</p>
              </div>
              <span className={classes.number}>{formatCount(one.count)}</span>
            </li>
          ))}
      </ul>
    </section>
  ));
}
