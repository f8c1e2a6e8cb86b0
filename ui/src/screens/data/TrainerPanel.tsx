import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { change } from '../../live/change';
import { useSession } from '../../live/session';
import { exportWorkbook, useWork } from '../../live/workbook';
import * as fields from '../../words/addedFields';
import { cancel } from '../../words/data';
import { close } from '../../words/shell';
import * as words from '../../words/workbook';
import classes from './Data.module.css';

/** What a trainer needs and a learner does not: kept folded. */
export function TrainerPanel() {
  const own = useSession().base.own;
  const busy = useWork() !== null;
  const [restoring, setRestoring] = useState(false);
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
          {own && (
            <Button color="red.9" variant="outline" onClick={() => setRestoring(true)}>
              {words.restore}
            </Button>
          )}
        </div>
        <p className={classes.quiet}>{words.answersHint}</p>
        <div className={classes.row}>
          <Button component={Link} href="/champs" variant="outline">
            {fields.manage}
          </Button>
        </div>
        <p className={classes.quiet}>{fields.manageHint}</p>
      </div>
      {restoring && <RestoreForm onClose={() => setRestoring(false)} />}
    </details>
  );
}

function RestoreForm({ onClose }: { onClose: () => void }) {
  const [busy, setBusy] = useState(false);

  async function restore() {
    setBusy(true);
    await change('base.restore', {});
    onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={words.restoreTitle}
      closeButtonProps={{ 'aria-label': close }}
    >
      <p>{words.restoreLoses}</p>
      <p>{words.restoreUndo}</p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {cancel}
        </Button>
        <Button color="red.9" loading={busy} onClick={() => void restore()}>
          {words.restore}
        </Button>
      </div>
    </Modal>
  );
}
