import type { Entity, FieldView, RecordView } from '../../engine';

/** References that a record of a customer's file shows: the others lead outside of it. */
const OWN = new Set(['parent_id', 'household_id', 'vehicle_id']);

/** Fields of a record that a person reads on the customer's file. A group that is computed as a whole has a page there. */
export function shownFields(fields: FieldView[]): FieldView[] {
  const written = new Set(fields.filter((field) => !field.computed).map((field) => field.group));
  return fields.filter(
    (field) => written.has(field.group) && (field.kind !== 'reference' || OWN.has(field.key)),
  );
}

export function editableFields(fields: FieldView[]): FieldView[] {
  return shownFields(fields).filter((field) => field.editable);
}

/** The fields that fit the kind of customer. */
export function fieldsFor(fields: FieldView[], customer: RecordView): FieldView[] {
  const kind = customer.values['kind'];
  return shownFields(fields).filter((field) => field.applies === 'both' || field.applies === kind);
}

export function textOf(record: RecordView, key: string): string | null {
  const value = record.values[key];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberOf(record: RecordView, key: string): number {
  const value = record.values[key];
  return typeof value === 'number' ? value : 0;
}

/** What a new record of the entity begins with, as text. */
export function startOf(
  entity: Entity,
  today: string,
  now: string,
  user: string | null,
  customer: RecordView,
): Record<string, string> {
  const owner: Record<string, string> = user ? { owner: user } : {};
  const known = (key: string) => textOf(customer, key) ?? '';
  switch (entity) {
    case 'activity':
      return { kind: 'call', direction: 'outbound', happened_at: now, ...owner };
    case 'agenda_entry':
      return { starts_at: now, state: 'planned', ...owner };
    case 'lead':
      return {
        first_name: known('first_name'),
        last_name: known('last_name') || known('legal_name'),
        mail: known('mail'),
        phone: known('mobile') || known('phone'),
        site: known('site'),
        issued_at: now,
        state: 'new',
        ...owner,
      };
    case 'consent':
      return { channel: 'mail', state: 'granted', given_on: today };
    default:
      return {};
  }
}

/** Some fields, in the order of their keys. */
export function pick(fields: FieldView[], keys: string[]): FieldView[] {
  return keys.flatMap((key) => fields.find((field) => field.key === key) ?? []);
}
