import { expect, test } from 'vitest';
import { changePhrase } from './changes';
import { came, dropped, toCome } from './time';

test('what the days brought is said in whole sentences', () => {
  expect(came({ came: 0, followed: 0, dropped: 0, leads: 0, replies: 0 })).toBe(
    'Rien de nouveau chez les clients.',
  );
  expect(came({ came: 12, followed: 1, dropped: 1, leads: 31, replies: 0 })).toBe(
    '12\u00a0événements sont arrivés, dont 1 chez le nouveau propriétaire du véhicule. 1\u00a0n’a pas pu avoir lieu. 31\u00a0leads sans suite ont été redatés.',
  );
  expect(toCome(0, null)).toBe('Plus rien n’est prévu dans la vie des clients.');
  expect(toCome(1, '2026-11-24')).toContain('24/11/2026');
});

test('what could not come says whom and why', () => {
  const event = {
    dueAt: '2026-11-30T17:00',
    kind: 'invoice',
    label: 'Ana Un',
    reason: 'vehicle_sold',
  };
  expect(dropped(event)).toBe(
    '30/11/2026\u00a0: passage en après-vente de Ana Un, le véhicule a été cédé',
  );
});

test('a change of time is named by its day or by what it brought', () => {
  const line = { seq: 1, at: '', undone: false };
  expect(changePhrase({ ...line, name: 'time_advance', subject: '2026-11-30' })).toBe(
    'avance du jour d’utilisation, au 30/11/2026',
  );
  expect(changePhrase({ ...line, name: 'time_passed', subject: '3' })).toBe(
    'temps écoulé, 3\u00a0événements',
  );
});
