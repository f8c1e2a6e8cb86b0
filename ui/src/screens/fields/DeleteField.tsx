import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { CustomFieldView } from '../../engine';
import { change } from '../../live/change';
import * as words from '../../words/addedFields';
import { close } from '../../words/shell';
import classes from './Fields.module.css';

interface Props {
  field: CustomFieldView;
  onClose: () => void;
}

export function removeField(field: CustomFieldView) {
  return change('custom_field.delete', { ref: field.ref }, words.removed(field.label, field.held));
}

/** Says on how many records something goes, before it goes. */
export function DeleteField({ field, onClose }: Props) {
  const [busy, setBusy] = useState(false);

  async function remove() {
    setBusy(true);
    await removeField(field);
    onClose();
  }

  return (
    <Modal
      opened
      onClose={onClose}
      title={words.removeTitle(field.label)}
      closeButtonProps={{ 'aria-label': close }}
    >
      <p>{words.removeLoses(field.held)}</p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {words.cancel}
        </Button>
        <Button color="red.9" loading={busy} onClick={() => void remove()}>
          {words.removeConfirm}
        </Button>
      </div>
    </Modal>
  );
}
