import { Button } from '@mantine/core';
import { exportWorkbook, useWork } from '../../live/workbook';
import * as words from '../../words/workbook';
import classes from './Data.module.css';

/** What a trainer needs and a learner does not: kept folded. */
export function TrainerPanel() {
  const busy = useWork() !== null;
  return (
    <details className={classes.panel}>
      <summary className={classes.summary}>{words.trainer}</summary>
      <div className={classes.body}>
        <p>{words.trainerHint}</p>
        <div className={classes.row}>
          <Button
            variant="outline"
            aria-disabled={busy}
            onClick={() => void exportWorkbook('base')}
          >
            {words.exportBase}
          </Button>
          <Button
            variant="outline"
            aria-disabled={busy}
            onClick={() => void exportWorkbook('base', true)}
          >
            {words.exportAnswers}
          </Button>
        </div>
        <p className={classes.quiet}>{words.answersHint}</p>
      </div>
    </details>
  );
}
