import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Sort, Target } from '../../engine';
import { useFields } from '../../live/catalogue';
import { change } from '../../live/change';
import { targetAddress } from '../../live/lists';
import { exportList } from '../../live/workbook';
import { IconArrowLeft, IconDownload } from '../../parts/icons';
import { problemSentence } from '../../words/errors';
import * as words from '../../words/targeting';
import classes from './Targeting.module.css';

interface Props {
  reference: string | null;
  frozen: boolean;
  name: string;
  description: string;
  target: Target;
  sorts: Sort[];
}

/** What the targeting is called, and what is done with it. */
export function KeepBar({ reference, frozen, name: start, description, target, sorts }: Props) {
  const [, go] = useLocation();
  const fields = useFields(target.entity);
  const [name, setName] = useState(start);
  const [error, setError] = useState<string | null>(null);

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
      <Button
        variant="default"
        component={Link}
        href={targetAddress({ title: name.trim() || words.title, target })}
      >
        {words.seeList}
      </Button>
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
