import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { CustomerFile, Entity } from '../../engine';
import { change } from '../../live/change';
import {
  IconCar,
  IconFileInvoice,
  IconNotes,
  IconPlus,
  IconShieldCheck,
  IconTrash,
  IconUsers,
  type TablerIcon,
} from '../../parts/icons';
import { Empty } from '../../parts/Trouble';
import * as words from '../../words/customer';
import { AddInvoice } from './AddInvoice';
import { AddRecord } from './AddRecord';
import classes from './Customer.module.css';

const ICONS: Partial<Record<Entity, TablerIcon>> = {
  contact: IconUsers,
  invoice: IconFileInvoice,
  note: IconNotes,
  consent: IconShieldCheck,
};

interface Props {
  file: CustomerFile;
  entity: Entity;
  empty: boolean;
  children: ReactNode;
}

/** A part of the file: its records, and the button that adds one. */
export function Panel({ file, entity, empty, children }: Props) {
  const [adding, setAdding] = useState(false);
  const Icon = ICONS[entity] ?? IconCar;
  const add = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {words.add(entity)}
    </Button>
  );
  return (
    <div className={classes.panel}>
      {empty ? (
        <section className={classes.card}>
          <Empty
            icon={<Icon size={28} aria-hidden />}
            title={words.emptyTitle(entity)}
            action={add}
          >
            {words.emptyHint(entity)}
          </Empty>
        </section>
      ) : (
        <>
          <div className={classes.tools}>{add}</div>
          {children}
        </>
      )}
      {adding &&
        (entity === 'invoice' ? (
          <AddInvoice file={file} onClose={() => setAdding(false)} />
        ) : (
          <AddRecord file={file} entity={entity} onClose={() => setAdding(false)} />
        ))}
    </div>
  );
}

/** Deletes at once: the toast says what went and takes it back. */
export function DeleteButton({ reference, label }: { reference: string; label: string }) {
  return (
    <Tooltip label={words.remove(label)}>
      <ActionIcon
        variant="subtle"
        color="gray.8"
        aria-label={words.remove(label)}
        onClick={() => void change('record.delete', { ref: reference }, words.removed(label))}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}
