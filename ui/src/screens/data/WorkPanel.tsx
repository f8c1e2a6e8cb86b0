import { Button } from '@mantine/core';
import { exportWorkbook, useWork } from '../../live/workbook';
import { IconDownload } from '../../parts/icons';
import * as words from '../../words/workbook';
import classes from './Data.module.css';
import { WorkProgress } from './WorkProgress';

/** A learner's work out to a workbook. */
export function WorkPanel() {
  const busy = useWork() !== null;
  return (
    <section className={classes.panel} aria-label={words.work}>
      <h2 className={classes.heading}>{words.work}</h2>
      <div className={classes.ways}>
        <div className={classes.way}>
          <p>
            <strong>{words.elsewhere}</strong>
            <br />
            {words.carryHint}
          </p>
          <Button
            leftSection={<IconDownload size={17} aria-hidden />}
            aria-disabled={busy}
            onClick={() => void exportWorkbook('session')}
          >
            {words.carry}
          </Button>
        </div>
      </div>
      <WorkProgress />
    </section>
  );
}
