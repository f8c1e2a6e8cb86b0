import { Button } from '@mantine/core';
import type { Family } from '../../engine';
import * as words from '../../words/lists';
import { formatCount } from '../../words/typography';
import classes from './Values.module.css';

interface Props {
  families: Family[];
  editable: boolean;
  onMakeOne: (family: Family) => void;
}

/** Writings that may be one value, side by side, with the way to make them one. */
export function Families({ families, editable, onMakeOne }: Props) {
  return (
    <section className={classes.panel} aria-label={words.familiesTitle}>
      <h2 className={classes.heading}>{words.familiesTitle}</h2>
      {families.length === 0 && <p className={classes.none}>{words.familiesNone}</p>}
      <ul className={classes.families}>
        {families.map((family) => (
          <li key={family.proposed}>
            <p className={classes.why}>{family.sure ? words.familySure : words.familyToCheck}</p>
            <ul className={classes.writings}>
              {family.writings.map((writing) => (
                <li key={writing.value}>
                  <span className={classes.writing}>{writing.value}</span>
                  <span className={classes.count}>{formatCount(writing.count)}</span>
                </li>
              ))}
            </ul>
            {editable && (
              <Button size="compact-sm" variant="light" onClick={() => onMakeOne(family)}>
                {words.makeOne(family.proposed)}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
