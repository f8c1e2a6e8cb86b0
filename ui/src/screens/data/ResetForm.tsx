import { Button, Checkbox, Modal } from '@mantine/core';
import { useState } from 'react';
import { change } from '../../live/change';
import { exportWorkbook } from '../../live/workbook';
import * as words from '../../words/data';
import { close } from '../../words/shell';
import { keepCopy } from '../../words/workbook';
import classes from './Data.module.css';
import { WorkProgress } from './WorkProgress';

interface Props {
  changes: number;
  onClose: () => void;
}

/** Says what goes before everything goes, and keeps a copy of it when asked. */
export function ResetForm({ changes, onClose }: Props) {
  const [busy, setBusy] = useState(false);
  const [copy, setCopy] = useState(changes > 0);

  async function reset() {
    setBusy(true);
    // Without the copy that was asked for, nothing is put back.
    if (!copy || (await exportWorkbook('session'))) await change('data.reset', {});
    onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={words.resetTitle}
      closeButtonProps={{ 'aria-label': close }}
    >
      <p>{words.resetLoses(changes)}</p>
      <p>{words.resetUndo}</p>
      <Checkbox
        label={keepCopy}
        checked={copy}
        disabled={busy}
        onChange={(event) => setCopy(event.currentTarget.checked)}
      />
      <WorkProgress />
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {words.cancel}
        </Button>
        <Button color="red.9" loading={busy} onClick={() => void reset()}>
          {words.resetConfirm}
        </Button>
      </div>
    </Modal>
  );
}
