import { Button } from '@mantine/core';
import { useDataPlace } from '../../live/door';
import { exportWorkbook, useWork } from '../../live/workbook';
import { IconDownload } from '../../parts/icons';
import * as words from '../../words/workbook';
import { ChooseFile } from './ChooseFile';
import classes from './Data.module.css';
import { WorkProgress } from './WorkProgress';

interface Props {
  dragging: boolean;
  onChoose: (file: File) => void;
}

/** A learner's work out to a workbook, and in from one. */
export function WorkPanel({ dragging, onChoose }: Props) {
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
        <div className={classes.drop} data-dragging={dragging || undefined}>
          <p>
            <strong>{words.resume}</strong>
            <br />
            {dragging ? words.dropNow : words.dropHere}
          </p>
          <ChooseFile label={words.choose} disabled={busy} onChoose={onChoose} />
          <p className={classes.quiet}>{words.resumeHint}</p>
        </div>
      </div>
      <WorkProgress />
      <Whereabouts />
    </section>
  );
}

/** Where the work is kept meanwhile. */
function Whereabouts() {
  const place = useDataPlace();
  if (place === undefined) return null;
  if (place === null) return <p className={classes.place}>{words.dataInBrowser}</p>;
  return (
    <p className={classes.place}>
      {words.dataPlace(place.folder)}
      {place.whereabouts === 'beside' && ` ${words.dataBeside}`}
      {place.whereabouts === 'personal' && <strong> {words.dataPersonal}</strong>}
    </p>
  );
}
