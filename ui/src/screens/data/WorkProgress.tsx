import { Progress } from '@mantine/core';
import { useWork } from '../../live/workbook';
import * as words from '../../words/workbook';
import classes from './Data.module.css';

const sentences = { export: words.preparing, preview: words.reading, import: words.importing };

/** How far a long work with a workbook has come; nothing while it is short. */
export function WorkProgress() {
  const work = useWork();
  return (
    <div className={classes.progress} role="status">
      {work?.shown && (
        <>
          <span>
            {sentences[work.what]} {work.part !== null && words.percent(work.part)}
          </span>
          <Progress
            value={(work.part ?? 1) * 100}
            animated={work.part === null}
            striped={work.part === null}
            size="sm"
            aria-label={sentences[work.what]}
          />
        </>
      )}
    </div>
  );
}
