import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { change } from '../../live/change';
import * as words from '../../words/data';
import { close } from '../../words/shell';
import classes from './Data.module.css';

interface Props {
  changes: number;
  onClose: () => void;
}

/** Says what goes before everything goes. */
export function ResetForm({ changes, onClose }: Props) {
  const [busy, setBusy] = useState(false);

  async function reset() {
    setBusy(true);
    await change('data.reset', {});
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
