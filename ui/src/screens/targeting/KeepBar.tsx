import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Entity, Sort, Target } from '../../engine';
import { useFields } from '../../live/catalogue';
import { change } from '../../live/change';
import { boardsAddress, campaignAddress, memberOf, targetAddress, wholeOf } from '../../live/lists';
import { exportList } from '../../live/workbook';
import { IconArrowLeft, IconDownload, IconLayoutDashboard } from '../../parts/icons';
import { problemSentence } from '../../words/errors';
import { launchOn } from '../../words/campaigns';
import * as words from '../../words/targeting';
import { toBoard } from '../../words/tileTargets';
import classes from './Targeting.module.css';

interface Props {
  reference: string | null;
  frozen: boolean;
  name: string;
  description: string;
  /** The tree as it was opened. */
  saved: Target;
  target: Target;
  sorts: Sort[];
}

/** Those whose customer can be written to. */
const campaigned: Entity[] = ['customer', 'vehicle', 'invoice', 'activity', 'lead', 'contact'];

/** What the targeting is called, and what is done with it. */
export function KeepBar(props: Props) {
  const { reference, frozen, name: start, description, saved, target, sorts } = props;
  const [, go] = useLocation();
  const fields = useFields(target.entity);
  const [name, setName] = useState(start);
  const [error, setError] = useState<string | null>(null);

  const title = name.trim() || words.title;
  // What was saved is followed as it is, or stays frozen; what is being built goes with its tree.
  const same = reference !== null && JSON.stringify(target) === JSON.stringify(saved);
  const counted = same ? memberOf(target.entity, reference) : target;

  async function keep() {
    setError(null);
    const input = { ref: reference, name: name.trim(), description, target, sorts };
    const outcome = await change('targeting.save', input, words.kept(name.trim()));
    if ('done' in outcome) {
      if (reference === null) go(`/ciblage/${outcome.done.ref}`);
    } else {
      const problem = outcome.problems[0];
      setError(problem ? problemSentence(problem) : words.notKept);
    }
  }

  return (
    <form
      className={classes.bar}
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <Link href="/ciblage" className={classes.back} aria-label={words.backToAll}>
        <IconArrowLeft size={18} aria-hidden />
      </Link>
      <h1 className={classes.title}>{reference === null ? words.newOne : words.title}</h1>
      <TextInput
        className={classes.nameInput}
        aria-label={words.nameLabel}
        placeholder={words.nameHint}
        value={name}
        error={error}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={120}
      />
      {frozen && <span className={classes.badge}>{words.frozen}</span>}
      <Button type="submit">{words.keep}</Button>
      <span className={classes.push} />
      <Button variant="default" component={Link} href={targetAddress({ title, target })}>
        {words.seeList}
      </Button>
      <Button
        variant="default"
        px="xs"
        component={Link}
        href={boardsAddress({ title, target: counted })}
        aria-label={toBoard}
        title={toBoard}
      >
        <IconLayoutDashboard size={16} aria-hidden />
      </Button>
      {campaigned.includes(target.entity) && (
        <Button
          variant="default"
          component={Link}
          href={campaignAddress({
            title,
            chosen: wholeOf(counted),
            ...(same ? { targeting: reference } : {}),
          })}
        >
          {launchOn}
        </Button>
      )}
      <Button
        variant="default"
        px="xs"
        aria-label={words.exportIt}
        title={words.exportIt}
        onClick={() =>
          void exportList({
            columns: fields.filter(({ listed }) => listed).map(({ key }) => key),
            chosen: {
              entity: target.entity,
              quick: '',
              filters: [],
              target,
              sorts,
              all: true,
              refs: [],
            },
          })
        }
      >
        <IconDownload size={16} aria-hidden />
      </Button>
    </form>
  );
}
