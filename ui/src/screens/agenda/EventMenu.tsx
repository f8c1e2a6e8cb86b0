import { Menu } from '@mantine/core';
import { useLocation } from 'wouter';
import type { AgendaSlot } from '../../engine';
import * as words from '../../words/agenda';
import { setState, type Acts } from './acts';
import type { Moving } from './MoveForm';

export interface Aimed {
  slot: AgendaSlot;
  /** The same event in the agenda of others. */
  others: AgendaSlot[];
  x: number;
  y: number;
}

interface Props {
  aimed: Aimed;
  acts: Acts;
  onOpen: (slot: AgendaSlot) => void;
  onMoving: (moving: Moving) => void;
  onClose: () => void;
}

/** What can be done with an event without the mouse. */
export function EventMenu({ aimed, acts, onOpen, onMoving, onClose }: Props) {
  const { slot, others, x, y } = aimed;
  const name = words.menuOf(words.slotTitle(slot));
  return (
    <Menu opened onClose={onClose} position="bottom-start" withinPortal returnFocus>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={name}
          style={{ position: 'fixed', left: x, top: y, width: 0, height: 0, padding: 0, border: 0 }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={name}>
        {others.length > 0 ? (
          [slot, ...others].map((one) => (
            <Menu.Item key={one.ref} onClick={() => onOpen(one)}>
              {words.openOf(one.owner)}
            </Menu.Item>
          ))
        ) : (
          <OneEvent slot={slot} acts={acts} onOpen={onOpen} onMoving={onMoving} />
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** What can be done with the event of one person. */
function OneEvent({
  slot,
  acts,
  onOpen,
  onMoving,
}: Omit<Props, 'aimed' | 'onClose'> & { slot: AgendaSlot }) {
  const [, go] = useLocation();
  const entry = slot.what === 'entry';
  const { customer, lead, state } = slot;
  return (
    <>
      {entry && <Menu.Item onClick={() => onOpen(slot)}>{words.openEvent}</Menu.Item>}
      <Menu.Item onClick={() => onMoving({ slot, what: 'move' })}>{words.moveEvent}</Menu.Item>
      {entry && !slot.above && (
        <Menu.Item onClick={() => onMoving({ slot, what: 'length' })}>{words.lengthen}</Menu.Item>
      )}
      {entry && state !== 'done' && (
        <Menu.Item onClick={() => void setState(slot, 'done')}>{words.markDone}</Menu.Item>
      )}
      {entry && state !== 'cancelled' && (
        <Menu.Item onClick={() => void setState(slot, 'cancelled')}>{words.cancelEvent}</Menu.Item>
      )}
      {entry && (state === 'done' || state === 'cancelled') && (
        <Menu.Item onClick={() => void setState(slot, 'planned')}>{words.planAgain}</Menu.Item>
      )}
      {customer && (
        <Menu.Item onClick={() => go(`/clients/${customer.ref}`)}>{words.openCustomer}</Menu.Item>
      )}
      {lead && <Menu.Item onClick={() => go(`/leads/${lead.ref}`)}>{words.openLead}</Menu.Item>}
      {entry && (
        <Menu.Item color="red.9" onClick={() => acts.ask({ what: 'delete', slot })}>
          {words.deleteEvent}
        </Menu.Item>
      )}
    </>
  );
}
