export type Value = null | string | number | boolean;
export type Values = Record<string, Value>;
export type Entity =
  | 'customer' | 'contact' | 'consent' | 'vehicle' | 'invoice' | 'invoice_line' | 'activity' | 'note'
  | 'lead' | 'agenda_entry' | 'targeting' | 'campaign' | 'recipient' | 'dashboard_tile' | 'custom_field'
  | 'anomaly' | 'pending_event';
export type FieldKind =
  | 'text' | 'long_text' | 'phone' | 'mail' | 'postcode' | 'date' | 'date_time' | 'integer' | 'money'
  | 'quantity' | 'choice' | 'flag' | 'reference' | 'plate' | 'vin' | 'siren' | 'siret' | 'naf';
export type Applies = 'both' | 'person' | 'company';
export interface Choice { value: string; label: string }
export interface FieldView {
  key: string; label: string; kind: FieldKind; group: string; choices: Choice[]; open: boolean;
  required: boolean; computed: boolean; personal: boolean; applies: Applies; target: Entity | null;
  unit: string | null; listed: boolean; width: number; maxLength: number | null;
}
export interface EntityView { entity: Entity; label: string; plural: string; prefix: string; fields: FieldView[] }
export type ChangeName =
  | 'customer_create' | 'record_create' | 'record_edit' | 'record_delete' | 'invoice_create'
  | 'follow_up_done' | 'reset';
export interface ChangeLine { seq: number; name: ChangeName; subject: string; at: string; undone: boolean }
export interface UndoState { undo: ChangeLine | null; redo: ChangeLine | null }
export interface Changed { entity: Entity; ref: string }
export interface ChangeDone { change: ChangeLine | null; changed: Changed[]; undo: UndoState }
export type ProblemCode =
  | 'required' | 'bad_date' | 'future_date' | 'too_early' | 'bad_phone' | 'bad_mail' | 'bad_postcode'
  | 'bad_plate' | 'bad_vin' | 'bad_siren' | 'bad_siret' | 'siret_not_siren' | 'bad_naf' | 'bad_number'
  | 'out_of_range' | 'unknown_choice' | 'unknown_reference' | 'too_long' | 'unknown_field'
  | 'not_editable' | 'before_other';
export interface Problem { field: string; code: ProblemCode; min: string | null; max: string | null; other: string | null }
export type ApiError =
  | { code: 'unknown_command' } | { code: 'bad_request' } | { code: 'not_found' }
  | { code: 'invalid'; problems: Problem[] } | { code: 'nothing_to_undo' } | { code: 'nothing_to_redo' }
  | { code: 'newer_data' } | { code: 'storage_full' } | { code: 'storage_unwritable' }
  | { code: 'data_damaged' } | { code: 'internal' };
export interface Site { key: string; name: string; town: string; department: string }
export interface Staff { name: string; role: string; site: string }
export interface SessionState {
  version: string; format: number; today: string; now: string; user: string | null;
  group: { name: string; sites: Site[] }; staff: Staff[]; base: { seed: number; date: string; size: number };
  undo: UndoState; counts: Record<Entity, number>; clients: number; prospects: number;
}
export type CustomerKind = 'person' | 'company';
export type CustomerStatus = 'prospect' | 'client';
export interface FollowUp {
  activity: string; customer: string; label: string; status: CustomerStatus; phone: string | null;
  dueOn: string; kind: string; subject: string | null; owner: string | null;
}
export interface LeadLine {
  ref: string; label: string; kind: string | null; issuedAt: string; vehicle: string | null;
  owner: string | null; ageHours: number;
}
export interface AgendaLine {
  ref: string; title: string; startsAt: string; endsAt: string | null; customer: string | null;
  label: string | null; kind: string | null;
}
export interface HomeView {
  overdue: FollowUp[]; today: FollowUp[]; coming: FollowUp[]; overdueTotal: number; todayTotal: number;
  comingTotal: number; leads: LeadLine[]; leadsTotal: number; appointments: AgendaLine[]; doneToday: number;
}
export interface SearchHit {
  ref: string; label: string; kind: CustomerKind; status: CustomerStatus; town: string | null;
  phone: string | null; matched: { field: string; value: string } | null;
}
export interface Sort { field: string; descending: boolean }
export interface Filter { field: string; values: Value[] }
export interface ListRow { ref: string; values: Value[] }
export interface ListPage { total: number; rows: ListRow[] }
export interface RecordView { ref: string; entity: Entity; label: string; values: Values }
export type InvoiceView = RecordView & { lines: RecordView[] };
export interface Link { ref: string; label: string }
export interface CustomerFile {
  customer: RecordView; contacts: RecordView[]; consents: RecordView[]; vehicles: RecordView[];
  invoices: InvoiceView[]; activities: RecordView[]; leads: RecordView[]; agenda: RecordView[];
  note: RecordView | null; household: Link[]; subsidiaries: Link[]; links: Record<string, string>;
}
export type Reason =
  | 'same_mobile' | 'same_phone' | 'same_mail' | 'same_name' | 'close_name' | 'swapped_name'
  | 'same_birth_date' | 'same_address' | 'same_siren' | 'same_town';
export interface LookAlike {
  ref: string; label: string; kind: CustomerKind; town: string | null; phone: string | null;
  mail: string | null; birthDate: string | null; score: number; reasons: Reason[];
}
export interface Place { postcode: string; town: string; department: string }
export interface HistoryEntry {
  seq: number; at: string; name: ChangeName; field: string | null; before: Value; after: Value;
}
export interface Commands {
  'session.state': { input: Record<string, never>; output: SessionState };
  'session.identify': { input: { name: string }; output: Record<string, never> };
  'catalogue.read': { input: Record<string, never>; output: { entities: EntityView[] } };
  'home.read': { input: { owner: string | null; site: string | null }; output: HomeView };
  'follow_up.done': {
    input: { activity: string; kind: string; result: string | null; content: string | null; nextOn: string | null };
    output: ChangeDone & { ref: string };
  };
  'search.find': { input: { text: string; limit: number }; output: { hits: SearchHit[]; total: number } };
  'list.page': {
    input: {
      entity: Entity; columns: string[]; sorts: Sort[]; quick: string; filters: Filter[];
      offset: number; limit: number;
    };
    output: ListPage;
  };
  'customer.open': { input: { ref: string }; output: CustomerFile };
  'customer.lookalikes': { input: { ref: string | null; values: Values }; output: { candidates: LookAlike[] } };
  'place.find': {
    input: { postcode: string | null; town: string | null };
    output: { places: Place[]; agree: boolean | null };
  };
  'record.check': { input: { entity: Entity; ref: string | null; values: Values }; output: { problems: Problem[] } };
  'record.create': { input: { entity: Entity; values: Values }; output: ChangeDone & { ref: string } };
  'record.edit': { input: { ref: string; values: Values }; output: ChangeDone };
  'record.delete': { input: { ref: string }; output: ChangeDone };
  'invoice.create': {
    input: { values: Values; lines: Values[] };
    output: ChangeDone & { ref: string; becameClient: boolean };
  };
  'change.list': { input: { limit: number }; output: { entries: ChangeLine[] } };
  'change.undo': { input: Record<string, never>; output: ChangeDone };
  'change.redo': { input: Record<string, never>; output: ChangeDone };
  'change.undo_to': { input: { seq: number }; output: ChangeDone };
  'change.redo_to': { input: { seq: number }; output: ChangeDone };
  'change.history': { input: { ref: string }; output: { entries: HistoryEntry[] } };
  'data.reset': { input: Record<string, never>; output: ChangeDone };
  'preference.read': { input: { key: string }; output: { value: string | null } };
  'preference.write': { input: { key: string; value: string | null }; output: Record<string, never> };
}
