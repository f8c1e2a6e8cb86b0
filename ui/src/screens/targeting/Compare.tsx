import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { TargetPart, TargetSaved } from '../../engine';
import { targetAddress } from '../../live/lists';
import { useRead } from '../../live/read';
import { failureSentence } from '../../words/errors';
import * as words from '../../words/targeting';
import { formatCount } from '../../words/typography';
import classes from './Targeting.module.css';

interface Props {
  saved: TargetSaved[];
  first: string;
  onClose: () => void;
}

/** Who is in one targeting, in the other, in both. */
export function Compare({ saved, first, onClose }: Props) {
  const [left, setLeft] = useState(first);
  const kind = saved.find(({ ref }) => ref === left)?.entity;
  const others = saved.filter((one) => one.ref !== left && one.entity === kind);
  const [wanted, setRight] = useState('');
  const right = others.some(({ ref }) => ref === wanted) ? wanted : (others[0]?.ref ?? '');
  const one = useRead('targeting.open', { ref: left });
  const other = useRead('targeting.open', { ref: right }, { enabled: right !== '' });
  const sides = { left: one.data?.members ?? null, right: other.data?.members ?? null };
  const ready = right !== '' && sides.left !== null && sides.right !== null;
  const compared = useRead('targeting.compare', sides as never, { enabled: ready, keep: true });
  const nameOf = (ref: string) => saved.find((known) => known.ref === ref)?.name ?? ref;
  const options = (list: TargetSaved[]) =>
    list.map(({ ref, name }) => ({ value: ref, label: name }));

  return (
    <section className={classes.compare} aria-label={words.compareTitle}>
      <NativeSelect
        size="xs"
        aria-label={words.firstOne}
        value={left}
        onChange={(event) => setLeft(event.currentTarget.value)}
        data={options(saved)}
      />
      <NativeSelect
        size="xs"
        aria-label={words.secondOne}
        value={right}
        onChange={(event) => setRight(event.currentTarget.value)}
        data={options(others)}
        disabled={others.length === 0}
      />
      {others.length === 0 && <span className={classes.word}>{words.nothingToCompare}</span>}
      {compared.error && (
        <span className={classes.problem}>{failureSentence(compared.error.code)}</span>
      )}
      {ready && compared.data && (
        <>
          <Part part={compared.data.leftOnly} label={words.onlyIn(nameOf(left))} />
          <Part part={compared.data.both} label={words.inBoth} />
          <Part part={compared.data.rightOnly} label={words.onlyIn(nameOf(right))} />
        </>
      )}
      <span className={classes.push} />
      <Button variant="default" size="xs" onClick={onClose}>
        {words.close}
      </Button>
    </section>
  );
}

function Part({ part, label }: { part: TargetPart; label: string }) {
  return (
    <Link href={targetAddress({ title: label, target: part.target })} className={classes.part}>
      <strong>{formatCount(part.count)}</strong> {label}
    </Link>
  );
}
