// Generated from the engine's table of commands: `cargo xtask codegen`. Do not edit.

export type Value = null | boolean | number | string;
export type Values = Record<string, Value>;

/**
 * What a workbook says of itself.
 */
export type About = { kind: WorkbookKind, 
/**
 * Version of the product that wrote it.
 */
version: string, format: number, 
/**
 * The day with which the data is coherent.
 */
date: string, seed: string | null, 
/**
 * When it was written.
 */
exportedAt: string | null, };

/**
 * What took place, and the activities whose follow-up it was.
 */
export type ActivityLog = { values: Values, 
/**
 * Activities of the same customer, their follow-up not done yet.
 */
answers: Array<string>, };

/**
 * What an added field holds.
 */
export type AddedKind = "text" | "long_text" | "integer" | "money" | "date" | "flag" | "choice";

/**
 * Time was advanced.
 */
export type Advanced = { 
/**
 * The day of use now.
 */
today: string, passed: Passed, digest: Digest, 
/**
 * None when nothing is different.
 */
change: ChangeLine | null, changed: Array<Changed>, undo: UndoState, };

/**
 * The workshop of a customer.
 */
export type AfterSales = { 
/**
 * Cars still theirs first.
 */
cars: Array<CarCare>, loyalty: Loyalty, 
/**
 * The invoices kept, and their sums.
 */
invoices: InvoiceTotals, 
/**
 * Years with an invoice, the latest first.
 */
years: Array<number>, };

/**
 * Whose workshop, and which invoices to sum.
 */
export type AfterSalesRead = { 
/**
 * A customer.
 */
ref: string, kept: InvoicesKept, };

/**
 * What is wrong, and what is worth knowing.
 */
export type AgendaChecked = { problems: Array<Problem>, warnings: Array<AgendaWarning>, 
/**
 * The first days on which it falls.
 */
days: Array<string>, 
/**
 * How many times it falls; none without an end.
 */
times: number | null, };

/**
 * An appointment: any field of the agenda, and how it comes back.
 */
export type AgendaCreate = { values: Values, rule: SeriesRule | null, 
/**
 * The activity whose follow-up it is: its date becomes the day of the appointment.
 */
followUp: string | null, };

/**
 * A day of the agenda.
 */
export type AgendaDay = { date: string, holiday: PublicHoliday | null, 
/**
 * `["09:00", "19:00"]`; none when the doors stay closed.
 */
open: Array<[string, string]>, };

/**
 * Which event.
 */
export type AgendaDelete = { ref: string, 
/**
 * Of a series, the day of the event; its first one without it.
 */
day: string | null, scope: SeriesScope, };

/**
 * An event that is being written.
 */
export type AgendaDraft = { 
/**
 * The entry that it already is: it does not clash with itself.
 */
ref: string | null, values: Values, rule: SeriesRule | null, 
/**
 * Zones whose school holidays matter.
 */
zones: Array<string>, };

/**
 * What becomes of an event.
 */
export type AgendaEdit = { ref: string, 
/**
 * Of a series, the day of the event; its first one without it.
 */
day: string | null, scope: SeriesScope, 
/**
 * The fields that change; times are those of the event, not of the series.
 */
values: Values, 
/**
 * None: it comes back as it did.
 */
rule: SeriesRule | null, };

/**
 * An event, with its own times when it is one of a series.
 */
export type AgendaEvent = { record: RecordView, day: string | null, rule: SeriesRule, 
/**
 * The rule is one that this version cannot read.
 */
unreadRule: string | null, 
/**
 * It is the first one of its series.
 */
first: boolean, 
/**
 * The names of the records that it refers to.
 */
links: Array<AgendaLink>, };

/**
 * A calendar file.
 */
export type AgendaFile = { name: string, text: string, events: number, };

/**
 * Which days, and whose. Series that fall in them are given whole.
 */
export type AgendaIcs = { from: string, to: string, owner: string | null, site: string | null, };

/**
 * A record under its name.
 */
export type AgendaLink = { ref: string, label: string, };

/**
 * Where an event goes.
 */
export type AgendaMove = { 
/**
 * Of an entry, or of the activity that asked for a follow-up.
 */
ref: string, day: string | null, scope: SeriesScope, 
/**
 * A moment; of a follow-up, its day counts.
 */
startsAt: string, 
/**
 * None: it lasts as long as before.
 */
endsAt: string | null, allDay: boolean | null, };

/**
 * Which event.
 */
export type AgendaOpen = { ref: string, 
/**
 * Of a series, the day of the event; its first one without it.
 */
day: string | null, };

/**
 * What each appointment is, the first one's times, and with whom.
 */
export type AgendaPlan = { values: Values, 
/**
 * Customers, leads and vehicles.
 */
records: Array<string>, };

/**
 * What was placed.
 */
export type AgendaPlanned = { refs: Array<string>, 
/**
 * When the last one ends.
 */
until: string | null, 
/**
 * None when nothing is different.
 */
change: ChangeLine | null, changed: Array<Changed>, undo: UndoState, };

/**
 * Something at its place in the agenda.
 */
export type AgendaSlot = { 
/**
 * Of the entry, or of the activity that asked for the follow-up.
 */
ref: string, 
/**
 * Which event of a series.
 */
day: string | null, what: SlotKind, 
/**
 * Of an entry its title, of a follow-up the subject of the activity.
 */
title: string, 
/**
 * Of an entry its type, of a follow-up the code of the activity.
 */
kind: string | null, startsAt: string, endsAt: string, 
/**
 * It has no hour, or lasts over midnight: it stands above the hours.
 */
above: boolean, allDay: boolean, owner: string | null, place: string | null, state: string | null, customer: AgendaLink | null, vehicle: AgendaLink | null, lead: AgendaLink | null, 
/**
 * It comes back.
 */
series: boolean, 
/**
 * The day of the series for which it stands.
 */
movedFrom: string | null, 
/**
 * Its place among those at the same time, from 0, and how many places there are.
 */
lane: number, lanes: number, 
/**
 * The title of what the same person does at the same time.
 */
clash: string | null, };

/**
 * What waits, in the order in which it presses.
 */
export type AgendaToPlace = { followUps: Array<ToPlace>, followUpTotal: number, leads: Array<ToPlace>, };

/**
 * The agenda of some days.
 */
export type AgendaView = { 
/**
 * In the order of their start.
 */
slots: Array<AgendaSlot>, days: Array<AgendaDay>, 
/**
 * School holidays that touch these days.
 */
school: Array<SchoolPeriod>, 
/**
 * The last day of which the school holidays are known, and of which they are official.
 */
knownUntil: string, officialUntil: string, };

/**
 * Whose.
 */
export type AgendaWaiting = { owner: string | null, site: string | null, };

/**
 * Something worth knowing of a day on which the event falls.
 */
export type AgendaWarning = { "code": "public_holiday", day: string, holiday: PublicHoliday, } | { "code": "closed", day: string, } | { "code": "outside_hours", day: string, opens: string, closes: string, } | { "code": "school_holiday", day: string, zone: string, name: string, } | { "code": "taken", day: string, title: string, startsAt: string, endsAt: string, allDay: boolean, } | { "code": "past", day: string, } | { "code": "calendar_unknown", day: string, knownUntil: string, };

/**
 * Which days, and whose.
 */
export type AgendaWindow = { from: string, 
/**
 * The day after the last one.
 */
to: string, 
/**
 * An empty text: what nobody is in charge of.
 */
owner: string | null, site: string | null, };

/**
 * What was found.
 */
export type Answer = { entity: Entity, 
/**
 * The labels of each dimension, in the order to show them.
 */
axes: Array<AxisView>, 
/**
 * Where labels meet and there are records: the rest is nothing.
 */
points: Array<TilePoint>, total: TileFigure, 
/**
 * The condition of the lists behind, besides their filters.
 */
target: Target | null, 
/**
 * First and last day measured, and those of the period before.
 */
days: [string | null, string | null], before: [string | null, string | null], };

/**
 * Until when the first answer is expected, and where that leaves it.
 */
export type AnswerDeadline = { 
/**
 * `2026-11-23T14:30`.
 */
dueAt: string, standing: AnswerStanding, 
/**
 * Opening minutes left, or by which it is late.
 */
minutes: number, 
/**
 * Open days since the day on which it was due.
 */
days: number, };

/**
 * How fast leads are answered.
 */
export type AnswerSpeed = { 
/**
 * Nobody has answered them.
 */
waiting: number, 
/**
 * Of these, past the goal, and past the limit too.
 */
late: number, overdue: number, 
/**
 * Leads answered among those of the last days.
 */
answered: number, 
/**
 * Of these, within the goal.
 */
inGoal: number, 
/**
 * Opening minutes up to the first answer, the middle one.
 */
median: number | null, 
/**
 * Opening minutes within which an answer is expected, and the days that the figures look back.
 */
goal: number, windowDays: number, };

/**
 * Where a lead that nobody has answered stands.
 */
export type AnswerStanding = "in_time" | "late" | "overdue";

/**
 * Why a command was refused. Data and undo list are as they were.
 */
export type ApiError = { "code": "unknown_command", 
/**
 * As it was asked.
 */
name: string, } | { "code": "bad_request", 
/**
 * For the log, never for a screen.
 */
detail: string, } | { "code": "not_found", 
/**
 * As it was asked.
 */
reference: string, } | { "code": "invalid", 
/**
 * One line for each field at fault.
 */
problems: Array<Problem>, } | { "code": "nothing_to_undo" } | { "code": "nothing_to_redo" } | { "code": "newer_data", 
/**
 * The format found.
 */
found: number, 
/**
 * The newest format this version knows.
 */
known: number, } | { "code": "no_file" } | { "code": "bad_workbook", 
/**
 * The first problems, in the order of the file.
 */
problems: Array<FileProblem>, 
/**
 * How many there are.
 */
total: number, } | { "code": "dashboard_locked" } | { "code": "bad_target", 
/**
 * In the order of the tree, or of the text.
 */
problems: Array<TargetProblem>, } | { "code": "bad_message", 
/**
 * In the order of the text.
 */
problems: Array<MessageProblem>, } | { "code": "nobody_to_reach" } | { "code": "gate_closed", 
/**
 * Why.
 */
reason: GateReason, } | { "code": "mention_missing" } | { "code": "storage_full" } | { "code": "storage_unwritable" } | { "code": "data_damaged" } | { "code": "internal", 
/**
 * For the log, never for a screen.
 */
detail: string, };

/**
 * Which customers have the field.
 */
export type AppliesView = "both" | "person" | "company";

/**
 * Records chosen in a list or by a targeting, and customers left out by hand.
 */
export type Audience = { chosen: Chosen, 
/**
 * References of customers.
 */
but: Array<string>, };

/**
 * A dimension laid out.
 */
export type AxisView = { labels: Array<LabelView>, 
/**
 * Spans left out for want of room.
 */
cut: number, };

/**
 * What the base was made from.
 */
export type BaseView = { seed: string, date: string, size: number, 
/**
 * A trainer's workbook rather than the product's base.
 */
own: boolean, };

/**
 * A board to make: empty, from a template, or like another one.
 */
export type BoardCreate = { name: string, template: string | null, 
/**
 * The name of the board to copy.
 */
like: string | null, };

/**
 * One board among others.
 */
export type BoardLine = { name: string, template: string | null, locked: boolean, tiles: number, };

/**
 * A board, whether it is locked, and what it looks at when it is opened.
 */
export type BoardLock = { name: string, locked: boolean, scope: Scope, };

/**
 * Which board.
 */
export type BoardNamed = { name: string, };

/**
 * Which board.
 */
export type BoardRead = { name: string, };

/**
 * A board and its new name.
 */
export type BoardRename = { name: string, to: string, };

/**
 * A board and its tiles.
 */
export type BoardView = { name: string, 
/**
 * The title of the template it can be put back to.
 */
template: string | null, locked: boolean, 
/**
 * What it looks at when it is opened.
 */
scope: Scope, tiles: Array<TileView>, };

/**
 * The boards, and what new ones and new tiles can be made from.
 */
export type Boards = { boards: Array<BoardLine>, templates: Array<TemplateView>, ready: Array<ReadyView>, };

/**
 * Nothing to say.
 */
export type BoardsRead = Record<symbol, never>;

/**
 * The values to write in each of the records chosen.
 */
export type BulkAsked = { chosen: Chosen, values: Values, };

/**
 * What was done.
 */
export type BulkDone = { 
/**
 * Records left as they were because they cannot hold the values.
 */
refused: number, 
/**
 * None when nothing is different.
 */
change: ChangeLine | null, changed: Array<Changed>, undo: UndoState, };

/**
 * How many records would be edited, and what they hold now.
 */
export type BulkPreview = { 
/**
 * Records chosen.
 */
chosen: number, 
/**
 * Records that would be edited.
 */
edited: number, 
/**
 * Records that hold these values already.
 */
same: number, 
/**
 * Records that cannot hold them.
 */
refused: number, 
/**
 * The values that would be replaced, the most numerous first.
 */
replaced: Array<Replaced>, 
/**
 * The first records that would be edited.
 */
first: Array<BulkRecord>, 
/**
 * The first that would be left as they are, and why.
 */
refusals: Array<BulkRefusal>, };

/**
 * A record, and what it holds now.
 */
export type BulkRecord = { ref: string, label: string, before: Values, };

/**
 * A record that cannot hold the values.
 */
export type BulkRefusal = { ref: string, label: string, problem: Problem, };

/**
 * The holidays of Alsace and Moselle, or a school year written anew.
 */
export type CalendarEdit = { alsaceMoselle: boolean | null, year: number | null, 
/**
 * None: those of the product again.
 */
periods: Array<SchoolPeriod> | null, };

/**
 * The whole calendar, as a trainer sees it.
 */
export type CalendarView = { alsaceMoselle: boolean, zones: Array<string>, 
/**
 * The zone of each dealership.
 */
sites: Array<SiteZone>, 
/**
 * Latest first.
 */
years: Array<SchoolYear>, knownUntil: string, officialUntil: string, };

/**
 * Whom one calls, and about what.
 */
export type CallAsked = { 
/**
 * A customer.
 */
ref: string, subject: string | null, };

/**
 * What came of it; a person may keep it or write something else.
 */
export type CallOutcome = { 
/**
 * Of a call `no_answer`, `voicemail`, `appointment`…; of a visit what they came for.
 */
outcome: string, 
/**
 * As the choices name it.
 */
result: string, content: string, 
/**
 * The day on which to come back to them.
 */
followUpOn: string | null, };

/**
 * Which one.
 */
export type CampaignCancel = { ref: string, };

/**
 * The reactions of a day.
 */
export type CampaignDay = { on: string, 
/**
 * By state of the recipients whose last reaction was on this day.
 */
states: { [key in string]: number }, };

/**
 * They.
 */
export type CampaignExcluded = { total: number, 
/**
 * The first ones.
 */
people: Array<ExcludedPerson>, };

/**
 * What a campaign would give in life, in thousandths of a recipient.
 */
export type CampaignExpected = { 
/**
 * How often customers reacted to what was really sent.
 */
regime: Regime, delivered: number, bounced: number, opened: number, clicked: number, answered: number, 
/**
 * Appointments asked for.
 */
appointments: number, unsubscribed: number, complained: number, };

/**
 * A campaign.
 */
export type CampaignFile = { campaign: RecordView, 
/**
 * What the targeting is called that it was sent to.
 */
targeting: string | null, results: CampaignResults, 
/**
 * Of each wording, for a campaign of two.
 */
variants: Array<VariantResults>, 
/**
 * Reactions by day.
 */
days: Array<CampaignDay>, excluded: Array<ExcludedCount>, 
/**
 * What it would give in life, reckoned when it left.
 */
expected: CampaignExpected | null, 
/**
 * Recipients who asked for an appointment.
 */
asked: number, 
/**
 * Recipients who reacted and have an appointment since.
 */
appointments: number, 
/**
 * Vehicles bought by them within ninety days, visits to the workshop paid.
 */
purchases: number, visits: number, 
/**
 * Recipients for whom a rule was overruled.
 */
overruled: number, };

/**
 * What would leave, and who would not get it.
 */
export type CampaignGate = { 
/**
 * Whom it is meant for.
 */
total: number, 
/**
 * Who would get it.
 */
kept: number, 
/**
 * Those of them for whom a rule is overruled.
 */
overruled: number, excluded: Array<ReasonCount>, 
/**
 * What is wrong with a text; of the second one when `in_other`.
 */
problems: Array<MessageProblem>, inOther: boolean, lacks: Array<MessageLack>, 
/**
 * SMS that would be paid, and hundredths of a cent.
 */
segments: number, cost: number, 
/**
 * When it would leave.
 */
at: string, };

/**
 * What was launched.
 */
export type CampaignLaunched = { ref: string, 
/**
 * How many get it; on its date, how many would as things stand.
 */
sent: number, excluded: number, scheduled: boolean, 
/**
 * None when nothing is different.
 */
change: ChangeLine | null, changed: Array<Changed>, undo: UndoState, };

/**
 * One of them.
 */
export type CampaignLine = { campaign: RecordView, results: CampaignResults, };

/**
 * Which one.
 */
export type CampaignOpen = { ref: string, };

/**
 * Everything a campaign is made of.
 */
export type CampaignPlan = { name: string, channel: MessageChannel, 
/**
 * What it speaks of: a code of the catalogue.
 */
offer: string | null, audience: Audience, 
/**
 * The saved targeting that the audience is, if it is one.
 */
targeting: string | null, text: MessageText, 
/**
 * A second wording, for every other recipient.
 */
other: MessageText | null, 
/**
 * When it leaves, `2026-11-30T10:00`: now when nothing is said, or it is past.
 */
at: string | null, 
/**
 * The day of the follow-up that it sets for each recipient.
 */
follow_up_on: string | null, mode: ContactMode, 
/**
 * Reasons that a trainer lets be overruled: a fault that the campaign keeps.
 */
forced: Array<GateReason>, 
/**
 * Without the mention that the law asks for: a fault too.
 */
without_mention: boolean, };

/**
 * In numbers of recipients; each part is among the one before it.
 */
export type CampaignResults = { targeted: number, excluded: number, sent: number, bounced: number, delivered: number, opened: number, clicked: number, answered: number, unsubscribed: number, complained: number, };

/**
 * The campaigns, the latest first.
 */
export type Campaigns = { campaigns: Array<CampaignLine>, };

/**
 * A car and the figures of its upkeep.
 */
export type CarCare = { ref: string, label: string, sold: boolean, 
/**
 * In the order of days.
 */
points: Array<Point>, kmPerYear: Figure, estimate: Figure, visits: number, lastVisit: string | null, meanInterval: Figure, medianInterval: Figure, nextByDate: Figure, nextByKm: Figure, nextVisit: Figure, inspection: Figure, warrantyEnd: Figure, financeEnd: Figure, loyalty: Loyalty | null, };

/**
 * Nothing to say.
 */
export type CatalogueRead = Record<symbol, never>;

/**
 * The whole catalogue.
 */
export type CatalogueView = { entities: Array<EntityView>, };

/**
 * A chance, in ten-thousandths.
 */
export type ChanceView = { 
/**
 * `bounce`, `read`, `click`, `answer`, `leave`, `complain`, `buy`, `come`.
 */
of: string, chance: number, 
/**
 * What was drawn, to be below the chance for it to happen; none when it is not told or was never drawn.
 */
drawn: number | null, };

/**
 * What every change answers: what was done, what it touched, what can be undone now.
 */
export type ChangeDone = { 
/**
 * None when nothing is different.
 */
change: ChangeLine | null, changed: Array<Changed>, undo: UndoState, };

/**
 * One thing that was done.
 */
export type ChangeLine = { 
/**
 * Its place in the list; grows.
 */
seq: number, name: ChangeName, 
/**
 * Whom or what it is about.
 */
subject: string, 
/**
 * When, `2026-11-23T14:30`.
 */
at: string, undone: boolean, };

/**
 * What was done, newest first.
 */
export type ChangeList = { entries: Array<ChangeLine>, };

/**
 * How many lines to give.
 */
export type ChangeListRead = { limit: number, };

/**
 * The name of a change, as it is kept and sent.
 */
export type ChangeName = "customer_create" | "record_create" | "record_edit" | "record_delete" | "bulk_edit" | "invoice_create" | "follow_up_done" | "activity_log" | "consent_set" | "lead_reply" | "lead_attach" | "lead_convert" | "lead_lose" | "lead_move" | "reset" | "time_passed" | "time_advance" | "workbook_import" | "base_import" | "base_restore" | "work_resumed" | "customers_merge" | "duplicate_decide" | "custom_field_create" | "custom_field_edit" | "custom_field_delete" | "cleaning_accept" | "cleaning_ignore" | "dashboard_create" | "dashboard_rename" | "dashboard_lock" | "dashboard_unlock" | "dashboard_reset" | "dashboard_delete" | "tile_add" | "tile_edit" | "tile_move" | "tile_copy" | "tile_remove" | "targeting_save" | "targeting_freeze" | "template_save" | "message_send" | "campaign_launch" | "campaign_schedule" | "campaign_cancel" | "inbox_handle" | "inbox_reopen" | "replies_regime" | "agenda_create" | "agenda_plan" | "agenda_edit" | "agenda_move" | "agenda_delete" | "calendar_edit";

/**
 * A record that a change touched, by its reference.
 */
export type Changed = { entity: Entity, ref: string, };

/**
 * One channel.
 */
export type ChannelView = { channel: string, 
/**
 * The record that counts.
 */
consent: RecordView | null, today: ContactVerdict, 
/**
 * Hours of the day at which it is allowed, `["10:00", "13:00"]`; any hour when empty.
 */
hours: Array<[string, string]>, 
/**
 * Is the moment of use within them?
 */
now: boolean, 
/**
 * The text the rule comes from.
 */
source: string, };

/**
 * How an answer is shown.
 */
export type Chart = "number" | "bars" | "stacked" | "line" | "pie" | "table" | "pivot" | "gauge" | "funnel";

/**
 * A check; its words are the screens'.
 */
export type Check = "unreachable" | "phone_writing" | "phone_place" | "mail_writing" | "mail_missing" | "postcode_writing" | "postcode_town" | "address_incomplete" | "address_long" | "name_missing" | "names_swapped" | "name_writing" | "civility_first_name" | "birth_doubtful" | "firm_number" | "firm_activity" | "plate_writing" | "vin_writing" | "vehicle_twice" | "vehicle_sold" | "mileage_falls" | "mileage_absurd" | "invoice_too_early" | "invoice_elsewhere" | "date_ahead" | "dates_crossed" | "consent_contradictory" | "consent_expired" | "consent_undated" | "consent_unproven" | "follow_up_missing" | "lead_of_customer" | "news_unread";

/**
 * How many corrections a check has.
 */
export type CheckCount = { check: Check, count: number, };

/**
 * How much a fault costs who relies on the record.
 */
export type CheckSeverity = "high" | "medium" | "low";

/**
 * What a check is about.
 */
export type CheckTheme = "reach" | "address" | "identity" | "firm" | "vehicle" | "invoice" | "consent" | "following";

/**
 * A check and its counts.
 */
export type CheckView = { check: Check, theme: CheckTheme, severity: CheckSeverity, 
/**
 * Findings to see to.
 */
count: number, 
/**
 * Those whose correction is certain.
 */
certain: number, 
/**
 * Findings that a person asked to leave alone.
 */
ignored: number, };

/**
 * A choice of a list.
 */
export type ChoiceEdit = { 
/**
 * What it was called; none for a new one.
 */
was: string | null, label: string, };

/**
 * A choice of a list, and how many records hold it.
 */
export type ChoiceHeld = { label: string, held: number, };

/**
 * A choice: the value kept and its French label.
 */
export type ChoiceView = { value: string, label: string, };

/**
 * Which records of which list.
 */
export type Chosen = { entity: Entity, quick: string, filters: Array<Filter>, sorts: Array<Sort>, 
/**
 * The condition that the list was under, if any.
 */
target?: Target, 
/**
 * All of the list but `refs`; otherwise `refs` alone.
 */
all: boolean, refs: Array<string>, };

/**
 * Which corrections: those of one check or of all, of some records or of all of them but some.
 */
export type CleaningAccept = { check: Check | null, refs: Array<string> | null, except: Array<string>, };

/**
 * What was done.
 */
export type CleaningDone = { 
/**
 * Corrections made.
 */
corrected: number, 
/**
 * Corrections that the record as a whole does not allow.
 */
refused: number, 
/**
 * None when nothing is different.
 */
change: ChangeLine | null, changed: Array<Changed>, undo: UndoState, };

/**
 * A page of findings.
 */
export type CleaningFindings = { total: number, 
/**
 * Those whose correction is certain first.
 */
findings: Array<FindingView>, 
/**
 * What the records are called that the values refer to, by reference.
 */
names: { [key in string]: string }, };

/**
 * Which finding, and whether it is to be left alone or shown again.
 */
export type CleaningIgnore = { check: Check, ref: string, ignored: boolean, };

/**
 * Which page of which check.
 */
export type CleaningList = { check: Check, 
/**
 * Those left alone rather than those to see to.
 */
ignored: boolean, offset: number, limit: number, };

/**
 * What would be written.
 */
export type CleaningPreview = { 
/**
 * Corrections that would be made.
 */
corrected: number, 
/**
 * Those that the record as a whole does not allow.
 */
refused: number, 
/**
 * How many for each check.
 */
checks: Array<CheckCount>, 
/**
 * The first of them.
 */
first: Array<CorrectionView>, };

/**
 * The page of checks.
 */
export type CleaningView = { 
/**
 * Every check, those that found nothing included.
 */
checks: Array<CheckView>, total: number, 
/**
 * How many of them have a certain correction.
 */
certain: number, };

/**
 * What a column comes to, in the unit of its field.
 */
export type ColumnTotal = { field: string, 
/**
 * Rows where a number stands.
 */
filled: number, 
/**
 * None for what makes no sense added up: ages, mileages.
 */
sum: number | null, 
/**
 * Of the rows where a number stands; none when there is none.
 */
mean: number | null, };

/**
 * What they say.
 */
export type ConsentSet = { 
/**
 * A customer.
 */
ref: string, channel: string, 
/**
 * `granted`, `refused` or `withdrawn`.
 */
state: string, 
/**
 * How they said it; an agreement needs it as its proof.
 */
origin: string | null, };

/**
 * Each channel, in the order of the catalogue.
 */
export type Consents = { channels: Array<ChannelView>, 
/**
 * Ways in which an agreement is given, to choose from.
 */
origins: Array<string>, };

/**
 * Whose consents, and by which rules.
 */
export type ConsentsRead = { 
/**
 * A customer.
 */
ref: string, mode: ContactMode, };

/**
 * How severe a lesson is.
 */
export type ContactMode = "strict" | "complete";

/**
 * Why.
 */
export type ContactReason = "agreed" | "not_opposed" | "existing_client" | "running_contract" | "no_address" | "refused" | "withdrawn" | "expired" | "undated" | "no_consent" | "closed_day" | "too_many_calls";

/**
 * Yes or no, and why.
 */
export type ContactVerdict = { allowed: boolean, reason: ContactReason, 
/**
 * The day that decided: of an agreement, of a refusal, the end of a contract.
 */
day: string | null, };

/**
 * A record and its new values.
 */
export type Correction = { ref: string, values: Values, };

/**
 * A record before and after.
 */
export type CorrectionView = { check: Check, ref: string, entity: Entity, label: string, before: Values, after: Values, };

/**
 * The record that was created.
 */
export type Created = { ref: string, 
/**
 * None when nothing is different.
 */
change: ChangeLine | null, changed: Array<Changed>, undo: UndoState, };

/**
 * A field to add.
 */
export type CustomFieldCreate = { entity: Entity, label: string, kind: AddedKind, 
/**
 * Of a list of choices; several may stand in one text, between semicolons or on lines of their own.
 */
choices: Array<string>, 
/**
 * Under which heading of the record; empty: under its own.
 */
heading: string, };

/**
 * The field that was added.
 */
export type CustomFieldCreated = { ref: string, 
/**
 * Its key in the catalogue.
 */
key: string, 
/**
 * None when nothing is different.
 */
change: ChangeLine | null, changed: Array<Changed>, undo: UndoState, };

/**
 * Which added field.
 */
export type CustomFieldDelete = { ref: string, };

/**
 * What was done.
 */
export type CustomFieldDeleted = { 
/**
 * Records that held a value.
 */
emptied: number, 
/**
 * None when nothing is different.
 */
change: ChangeLine | null, changed: Array<Changed>, undo: UndoState, };

/**
 * What an added field is to become.
 */
export type CustomFieldEdit = { ref: string, label: string, heading: string, 
/**
 * All the choices of a list, in their order; one that is not there any more is taken away.
 */
choices: Array<ChoiceEdit>, };

/**
 * What was done.
 */
export type CustomFieldEdited = { 
/**
 * Records that held a choice that was taken away: nothing stands there now.
 */
emptied: number, 
/**
 * None when nothing is different.
 */
change: ChangeLine | null, changed: Array<Changed>, undo: UndoState, };

/**
 * An added field.
 */
export type CustomFieldView = { ref: string, entity: Entity, 
/**
 * Its key in the catalogue.
 */
key: string, label: string, kind: AddedKind, heading: string, choices: Array<ChoiceHeld>, 
/**
 * Records that hold a value.
 */
held: number, };

/**
 * Every added field, and the entities that can have some.
 */
export type CustomFields = { entities: Array<Entity>, fields: Array<CustomFieldView>, 
/**
 * The most fields that an entity takes.
 */
most: number, };

/**
 * A customer and all that is theirs.
 */
export type CustomerFile = { customer: RecordView, contacts: Array<RecordView>, consents: Array<RecordView>, vehicles: Array<RecordView>, 
/**
 * Latest first.
 */
invoices: Array<InvoiceView>, 
/**
 * Latest first.
 */
activities: Array<RecordView>, leads: Array<RecordView>, agenda: Array<RecordView>, note: RecordView | null, 
/**
 * The other persons of the home.
 */
household: Array<Link>, 
/**
 * The firms whose parent this one is.
 */
subsidiaries: Array<Link>, 
/**
 * Everything dated, what is ahead first, then the latest first.
 */
timeline: Array<Moment>, 
/**
 * What each record referred to is called, by its reference.
 */
links: { [key in string]: string }, };

/**
 * Whose record.
 */
export type CustomerOpen = { ref: string, };

/**
 * How long the groups of a date are.
 */
export type DateStep = "day" | "week" | "month" | "quarter" | "year";

/**
 * Which two, and the answer; none takes the answer back.
 */
export type Decide = { left: string, right: string, decision: Decision | null, };

/**
 * An answer about a pair.
 */
export type Decision = "different" | "later" | "household";

/**
 * What a tile keeps, as JSON text that a workbook carries.
 */
export type Definition = { version: number, question: Question, 
/**
 * What the figure means, in the words of who made the tile.
 */
about?: string, };

/**
 * What came between two moments.
 */
export type Digest = { 
/**
 * The day after the first moment, and the day of the last: those of the lists.
 */
from: string, to: string, 
/**
 * Leads that came and wait for their answer.
 */
leads: number, 
/**
 * Lines of the inbox, those who came by left out.
 */
replies: number, 
/**
 * Customers who came by without an appointment.
 */
visits: number, complaints: number, invoices: number, 
/**
 * Prospects that became clients.
 */
clients: number, 
/**
 * Follow-ups whose day went by without anything done.
 */
missed: number, 
/**
 * Leads lost.
 */
lost: number, };

/**
 * A field whose values make groups.
 */
export type Dimension = { 
/**
 * Of the entity, or of a record referred to: `customer_id.site`.
 */
field: string, 
/**
 * For dates; by month when it is not said.
 */
step?: DateStep | null, 
/**
 * For numbers: the width of a band, in their unit. Each value by itself when it is not said.
 */
band?: number | null, };

/**
 * The mark of many draws: the same on every post, whatever runs the engine.
 */
export type DrawsMark = { mark: string, 
/**
 * It is the one that this version gives everywhere.
 */
same: boolean, };

/**
 * An event that could not come.
 */
export type DroppedView = { 
/**
 * When it was due, `2026-11-23T14:30`.
 */
dueAt: string, 
/**
 * `purchase`, `invoice`, `activity`…
 */
kind: string, 
/**
 * Whom it was about.
 */
label: string, 
/**
 * `customer_deleted`, `vehicle_deleted` or `vehicle_sold`.
 */
reason: string, };

/**
 * The whole base, or the surroundings of one record.
 */
export type DuplicatesFind = { 
/**
 * One customer's reference; none for the whole base.
 */
customer: string | null, 
/**
 * How many pairs to pass over, of those to answer.
 */
offset?: number, 
/**
 * How many pairs to give at most.
 */
limit: number, };

/**
 * What looks alike.
 */
export type DuplicatesFound = { 
/**
 * Surest first; those put off come last; those told different are left out.
 */
pairs: Array<PairView>, 
/**
 * How many pairs there are to answer, those put off included.
 */
total: number, 
/**
 * How many of them were put off.
 */
put_off: number, 
/**
 * How many pairs were told different.
 */
different: number, 
/**
 * Persons and firms that belong together and stay two.
 */
links: Array<LinkView>, };

/**
 * What the product keeps records of.
 */
export type Entity = "customer" | "contact" | "consent" | "vehicle" | "invoice" | "invoice_line" | "activity" | "note" | "lead" | "agenda_entry" | "targeting" | "campaign" | "recipient" | "dashboard_tile" | "custom_field" | "pending_event" | "anomaly" | "message_template";

/**
 * What would happen to the records of an entity.
 */
export type EntityPreview = { entity: Entity, 
/**
 * Records in the file.
 */
rows: number, created: number, changed: number, deleted: number, };

/**
 * One entity and its fields.
 */
export type EntityView = { entity: Entity, label: string, plural: string, prefix: string, fields: Array<FieldView>, };

/**
 * Which campaign, for which reason.
 */
export type ExcludedAsked = { plan: CampaignPlan, reason: GateReason, };

/**
 * How many were left out, in the words kept.
 */
export type ExcludedCount = { reason: string, count: number, };

/**
 * One of them.
 */
export type ExcludedPerson = { ref: string, label: string, };

/**
 * Makes a workbook of the whole sandbox; the file is left beside the answer.
 */
export type ExportAsked = { kind: WorkbookKind, 
/**
 * With the list of anomalies: for trainers only.
 */
anomalies: boolean, };

/**
 * The workbook that was made.
 */
export type Exported = { 
/**
 * What to call the file.
 */
name: string, 
/**
 * Its weight in bytes.
 */
bytes: number, 
/**
 * Rows under the headers, all sheets together.
 */
rows: number, };

/**
 * Several writings of what may be one value.
 */
export type Family = { 
/**
 * The writing to keep: one that is known, or the most numerous.
 */
proposed: string, 
/**
 * Is it sure? Case, accents and spaces are; a letter more or less has to be looked at.
 */
sure: boolean, writings: Array<Writing>, };

/**
 * Created, changed or deleted.
 */
export type Fate = "created" | "changed" | "deleted";

/**
 * FaultWhy a check found fault; a sentence of the screens for each.
 */
export type FaultWhy = "unreachable" | "phone_format" | "phone_zero_lost" | "phone_short" | "phone_long" | "phone_letters" | "phone_other" | "landline_in_mobile" | "mobile_in_landline" | "mail_no_at" | "mail_two_ats" | "mail_blank" | "mail_comma" | "mail_host" | "mail_other" | "mail_missing" | "postcode_format" | "postcode_zero_lost" | "postcode_other" | "postcode_town" | "postcode_missing" | "town_missing" | "address_long" | "name_missing" | "names_swapped" | "name_capitals" | "name_small" | "name_signs" | "civility_first_name" | "birth_default" | "minor" | "firm_format" | "siren_key" | "siret_key" | "siret_not_siren" | "siren_missing" | "naf_format" | "naf_obsolete" | "naf_other" | "plate_format" | "plate_letters" | "plate_other" | "vin_format" | "vin_length" | "vin_letters" | "vin_twice" | "plate_twice" | "vehicle_sold" | "mileage_falls" | "mileage_absurd" | "invoice_too_early" | "invoice_elsewhere" | "date_ahead" | "dates_crossed" | "consent_contradictory" | "consent_expired" | "consent_undated" | "consent_unproven" | "withdrawal_undated" | "withdrawal_untold" | "follow_up_missing" | "lead_of_customer" | "deceased" | "letter_returned" | "struck_off";

/**
 * What a field holds.
 */
export type FieldKind = "text" | "long_text" | "phone" | "mail" | "postcode" | "date" | "date_time" | "integer" | "money" | "quantity" | "choice" | "flag" | "reference" | "plate" | "vin" | "siren" | "siret" | "naf";

/**
 * A field before and after, as on the wire.
 */
export type FieldPreview = { 
/**
 * Its key in the catalogue.
 */
field: string, 
/**
 * What an added field is called: it may be in the file only.
 */
label: string | null, before: Value, after: Value, };

/**
 * All that a field holds.
 */
export type FieldValues = { 
/**
 * Records in all.
 */
total: number, 
/**
 * Records where nothing stands.
 */
blanks: number, 
/**
 * Different values, blanks aside.
 */
distinct: number, 
/**
 * The most numerous first, without blanks.
 */
values: Array<Group>, 
/**
 * Values that may be one and the same, written in several ways.
 */
families: Array<Family>, };

/**
 * One field: what its label, editor and column need.
 */
export type FieldView = { key: string, label: string, kind: FieldKind, group: string, choices: Array<ChoiceView>, 
/**
 * Choices are suggestions, anything can be written.
 */
open: boolean, required: boolean, computed: boolean, 
/**
 * Neither computed nor set by the engine alone.
 */
editable: boolean, personal: boolean, 
/**
 * Somebody added it.
 */
added: boolean, applies: AppliesView, target: Entity | null, unit: string | null, 
/**
 * A column of the list from the start.
 */
listed: boolean, 
/**
 * Pixels.
 */
width: number, maxLength: number | null, };

/**
 * What was found, and how; nothing found says why in its steps.
 */
export type Figure = { value: Part | null, steps: Array<Step>, };

/**
 * What is wrong with a workbook, and where.
 */
export type FileProblem = { 
/**
 * What is wrong.
 */
code: FileProblemCode, 
/**
 * Name of the sheet; none when the file as a whole is at fault.
 */
sheet: string | null, 
/**
 * `B12`; none when the sheet as a whole is at fault.
 */
cell: string | null, 
/**
 * Header of the column.
 */
header: string | null, 
/**
 * What was found there, at most 80 characters of it.
 */
value: string | null, 
/**
 * What was expected: the choices of a list, a bound, a name, another cell.
 */
expected: Array<string>, };

/**
 * What may be wrong with a workbook. The last ones only warn.
 */
export type FileProblemCode = "not_a_workbook" | "password" | "damaged" | "too_big" | "newer_format" | "not_ours" | "bad_about" | "missing_sheet" | "missing_column" | "duplicate_column" | "merged_cells" | "empty_formula" | "error_value" | "required" | "not_a_date" | "not_a_number" | "not_whole" | "out_of_range" | "too_long" | "unknown_choice" | "not_a_flag" | "bad_reference" | "duplicate_reference" | "dangling_reference" | "duplicate_row" | "name_taken" | "bad_name" | "bad_key" | "too_many_fields" | "wrong_sheet" | "unknown_sheet" | "unknown_column" | "zero_put_back" | "technical_lost" | "reference_given";

/**
 * Rows whose field holds one of these values (`null` is a blank; none named: any value), none of those excepted, and lies
 * within these bounds. The field may be that of a record referred to: `customer_id.site`.
 */
export type Filter = { field: string, values: Value[], except?: Value[], 
/**
 * The least: a number, or the beginning of a date (`2026`, `2026-11`, `2026-11-23`).
 */
from?: Value, 
/**
 * The greatest, written in the same way.
 */
to?: Value, };

/**
 * A finding.
 */
export type FindingView = { 
/**
 * The record at fault.
 */
record: NamedRecord, 
/**
 * Whose it is, when it is not the record itself.
 */
customer: NamedRecord | null, why: FaultWhy, 
/**
 * The fields to mend, the likeliest first.
 */
fields: Array<string>, 
/**
 * What they hold, by field.
 */
values: Values, 
/**
 * The record that shows the fault, when another one does.
 */
other: NamedRecord | null, 
/**
 * What the value was held against.
 */
against: Value, 
/**
 * The values to write, when nothing else can have been meant.
 */
correction: Values | null, };

/**
 * A follow-up to do.
 */
export type FollowUp = { 
/**
 * The activity that asked for it.
 */
activity: string, customer: string | null, 
/**
 * The lead it is about.
 */
lead: string | null, label: string, status: string | null, phone: string | null, dueOn: string, 
/**
 * Somebody waits for it: a call that they asked for, an offer in their hands.
 */
pressing: boolean, kind: string, subject: string | null, owner: string | null, };

/**
 * Which follow-up, and what came of it.
 */
export type FollowUpDone = { 
/**
 * The activity that asked for it.
 */
activity: string, kind: string, result: string | null, content: string | null, nextOn: string | null, 
/**
 * Who did it; the one in charge when nothing is said.
 */
owner: string | null, };

/**
 * How often a rule comes back.
 */
export type Frequency = "daily" | "weekly" | "monthly" | "yearly";

/**
 * Why somebody is not written to.
 */
export type GateReason = "archived" | "no_address" | "bad_address" | "withdrawn" | "refused" | "no_consent" | "quiet_hours" | "too_lately" | "missing_data" | "twice" | "left_out" | "gone";

/**
 * The rows that hold a value.
 */
export type Group = { 
/**
 * `null` for blanks; `2026-11` for the days of a month.
 */
value: Value, 
/**
 * What the record is called, when the value is a reference.
 */
name: string | null, count: number, };

/**
 * The most numerous first, or the values in their order.
 */
export type GroupOrder = "count" | "value";

/**
 * The dealership group.
 */
export type GroupView = { name: string, sites: Array<SiteView>, };

/**
 * Which list, grouped by which fields.
 */
export type GroupsRead = { entity: Entity, quick: string, filters: Array<Filter>, 
/**
 * A condition that the rows fulfil besides.
 */
target?: Target, field: string, 
/**
 * The fields by which each group is grouped in turn: two at most.
 */
then?: string[], 
/**
 * Number fields whose sum is wanted for each group; those that do not add up give none.
 */
sums?: string[], order: GroupOrder, limit: number, };

/**
 * What became of the record.
 */
export type Happened = "created" | "edited" | "deleted";

/**
 * One field before and after one change; no field when the record came or went as a whole.
 */
export type HistoryEntry = { seq: number, at: string, name: ChangeName, 
/**
 * The record itself, or one of a customer's: a vehicle, an invoice…
 */
ref: string, entity: Entity, happened: Happened, field: string | null, before: Value, after: Value, };

/**
 * Whose history.
 */
export type HistoryRead = { ref: string, };

/**
 * The history, newest first.
 */
export type HistoryView = { entries: Array<HistoryEntry>, };

/**
 * Whose board; everybody's when nothing is said.
 */
export type HomeRead = { owner: string | null, site: string | null, };

/**
 * The board of a day.
 */
export type HomeView = { 
/**
 * Pressing ones first, then the oldest; nothing overdue is ever left out of the total.
 */
overdue: Array<FollowUp>, today: Array<FollowUp>, 
/**
 * Within the next seven days.
 */
coming: Array<FollowUp>, overdueTotal: number, todayTotal: number, comingTotal: number, 
/**
 * Follow-ups closed today.
 */
doneToday: number, 
/**
 * Everybody's share, whoever the board is of.
 */
people: Array<PersonLoad>, };

/**
 * Who I am: a name of the staff, or nobody in particular.
 */
export type Identify = { name: string | null, };

/**
 * What importing did: one change.
 */
export type Imported = { kind: WorkbookKind, recordsCreated: number, recordsChanged: number, recordsDeleted: number, 
/**
 * None when nothing is different.
 */
change: ChangeLine | null, changed: Array<Changed>, undo: UndoState, };

/**
 * What is done with an answer; nothing of it: it is filed.
 */
export type InboxHandle = { id: number, 
/**
 * An appointment of the agenda.
 */
appointment: Values | null, 
/**
 * The day on which to come back to them.
 */
followUpOn: string | null, 
/**
 * Fields of a record of theirs.
 */
correct: Correction | null, 
/**
 * Channels of which the consent is withdrawn today.
 */
withdraw: Array<string>, 
/**
 * What is written or said to them.
 */
answer: OwnAnswer | null, 
/**
 * It was dealt with on another screen: nothing more is written here.
 */
elsewhere: boolean, 
/**
 * Who handles it; the one in charge when nothing is said.
 */
owner: string | null, };

/**
 * An answer, whole.
 */
export type InboxItem = { line: InboxLine, content: string, label: string, 
/**
 * What it expects of the dealership.
 */
expects: string, 
/**
 * The message answered.
 */
message: RecordView | null, wish: WishView, 
/**
 * Words with which one may answer.
 */
suggestions: Array<string>, 
/**
 * By which channel an answer leaves.
 */
answerBy: string, 
/**
 * Channels of which the consent may be withdrawn: the one of the message first.
 */
channels: Array<string>, why: WhyView, };

/**
 * A line.
 */
export type InboxLine = { id: number, 
/**
 * The activity received.
 */
activity: string, customer: string, label: string, intent: string, 
/**
 * `mail`, `sms`, `letter`, `call`.
 */
kind: string, at: string, subject: string, excerpt: string, handledAt: string | null, handling: string | null, campaign: string | null, campaignRef: string | null, 
/**
 * Somebody has read it, or has handled it.
 */
read: boolean, owner: string | null, };

/**
 * Lines that were read, or that are to look as if they were not.
 */
export type InboxMark = { ids: Array<number>, read: boolean, };

/**
 * Which line.
 */
export type InboxOpen = { id: number, };

/**
 * Which lines.
 */
export type InboxRead = { 
/**
 * Handled ones, or those that are not; all when nothing is said.
 */
handled: boolean | null, intent: string | null, owner: string | null, 
/**
 * Those that answer a campaign.
 */
campaign: string | null, limit: number, offset: number, };

/**
 * Which line is to be handled again.
 */
export type InboxReopen = { id: number, };

/**
 * A page of them.
 */
export type InboxView = { lines: Array<InboxLine>, total: number, 
/**
 * Of everybody, whatever is asked for.
 */
waiting: number, 
/**
 * Those of them that nobody has read.
 */
unread: number, 
/**
 * Among what is asked for, whatever the intent.
 */
byIntent: Array<IntentCount>, 
/**
 * Every intent there is, with its label.
 */
intents: Array<IntentLabel>, };

/**
 * How many of an intent.
 */
export type IntentCount = { intent: string, count: number, };

/**
 * An intent and what it is called.
 */
export type IntentLabel = { intent: string, label: string, };

/**
 * An invoice and its lines. With lines, the amounts are theirs; without, those given.
 */
export type InvoiceCreate = { values: Values, lines: Values[], };

/**
 * The invoice that was created.
 */
export type InvoiceCreated = { ref: string, 
/**
 * It was the first invoice of a prospect.
 */
becameClient: boolean, 
/**
 * None when nothing is different.
 */
change: ChangeLine | null, changed: Array<Changed>, undo: UndoState, };

/**
 * Which invoices were kept, the latest first, and what they come to, in cents.
 */
export type InvoiceTotals = { refs: Array<string>, net: number, vat: number, gross: number, };

/**
 * An invoice and its lines.
 */
export type InvoiceView = { lines: Array<RecordView>, ref: string, entity: Entity, 
/**
 * What a person would call it.
 */
label: string, values: Values, };

/**
 * Which invoices; all of them when nothing is said.
 */
export type InvoicesKept = { kind: string | null, 
/**
 * Reference of a vehicle.
 */
vehicle: string | null, year: number | null, };

/**
 * A blank, a value, from one day or number to another, or the values that were not among the first.
 */
export type LabelKind = "blank" | "value" | "days" | "band" | "others";

/**
 * What a group is, and its own figure.
 */
export type LabelView = { kind: LabelKind, value: Value, to: Value, 
/**
 * What the record is called, when the value is a reference.
 */
name: string | null, 
/**
 * How many values are « others ».
 */
others: number, figure: TileFigure, };

/**
 * Which lead, to whom, and which of the coordinates that the customer lacks are taken from the lead.
 */
export type LeadAttach = { ref: string, customer: string, 
/**
 * Keys of the customer: `mobile`, `phone`, `mail`.
 */
fill: Array<string>, };

/**
 * The board of the leads.
 */
export type LeadBoard = { 
/**
 * In the order of the catalogue's states.
 */
columns: Array<LeadColumn>, speed: AnswerSpeed, };

/**
 * A customer that could be the same person.
 */
export type LeadCandidate = { owner: string | null, site: string | null, status: string | null, 
/**
 * What the lead knows and the customer's record lacks.
 */
missing: Values, ref: string, label: string, kind: string, town: string | null, phone: string | null, mail: string | null, birthDate: string | null, 
/**
 * How likely it is the same one, in a hundred: by the comparison of doubles.
 */
score: number, reasons: Array<Reason>, };

/**
 * A lead at a glance.
 */
export type LeadCard = { ref: string, label: string, kind: string | null, channel: string | null, vehicle: string | null, phone: string | null, issuedAt: string, 
/**
 * Minutes since it was issued.
 */
ageMinutes: number, owner: string | null, site: string | null, state: string, lostReason: string | null, 
/**
 * The customer it is attached to, and what they are called.
 */
customer: string | null, customerLabel: string | null, 
/**
 * Attached to nobody, yet a customer has the same number or address.
 */
known: boolean, 
/**
 * Of a lead that nobody has answered.
 */
deadline: AnswerDeadline | null, answeredAt: string | null, 
/**
 * The first follow-up to be made; of the customer when none is promised about the lead.
 */
nextOn: string | null, };

/**
 * The leads of one state.
 */
export type LeadColumn = { state: string, total: number, cards: Array<LeadCard>, };

/**
 * Which lead, and which customer it becomes.
 */
export type LeadConvert = { ref: string, 
/**
 * One that exists; without it the customer that the lead is attached to, else a new one.
 */
customer: string | null, 
/**
 * Of an existing customer: what is taken from the lead.
 */
fill: Array<string>, 
/**
 * Of a new customer: what is said beyond or otherwise than the lead (`kind` at least; person when it is not).
 */
values: Values, };

/**
 * A lead and all that hangs on it.
 */
export type LeadFile = { lead: RecordView, card: LeadCard, 
/**
 * Opening minutes that the first answer took.
 */
answerMinutes: number | null, 
/**
 * Latest first.
 */
activities: Array<RecordView>, agenda: Array<RecordView>, customer: RecordView | null, 
/**
 * Customers that could be the same person, most alike first; none once it is attached.
 */
candidates: Array<LeadCandidate>, 
/**
 * The customer that would be made of it.
 */
person: Values, company: Values, };

/**
 * Which lead, why, and what else is to be said.
 */
export type LeadLose = { ref: string, reason: string, comment: string | null, 
/**
 * Who says so; the one in charge when nothing is said.
 */
owner: string | null, };

/**
 * Which lead goes back to which state: `new` or `in_progress`.
 */
export type LeadMove = { ref: string, state: string, };

/**
 * Which lead.
 */
export type LeadOpen = { ref: string, };

/**
 * Which lead, and the contact: any field of an activity but whose it is.
 */
export type LeadReply = { ref: string, values: Values, };

/**
 * Which leads.
 */
export type LeadsRead = { site: string | null, 
/**
 * An empty text: those that nobody has taken.
 */
owner: string | null, 
/**
 * Also those that nobody has taken.
 */
free: boolean, kind: string | null, 
/**
 * Cards of each column at most.
 */
limit: number, };

/**
 * One letter.
 */
export type Letter = { customer: string, label: string, 
/**
 * Who writes: name, street, town, telephone of the dealership.
 */
sender: Array<string>, 
/**
 * To whom: six lines of 38 characters at most.
 */
address: Array<string>, 
/**
 * Where and when, as a letter begins.
 */
place: string, day: string, subject: string, body: string, };

/**
 * Of what: a campaign, or an activity.
 */
export type LettersAsked = { ref: string, offset: number, limit: number, };

/**
 * The letters, one a page.
 */
export type LettersMade = { total: number, letters: Array<Letter>, };

/**
 * Another record, by its reference and name.
 */
export type Link = { ref: string, label: string, };

/**
 * A person and the firm they run.
 */
export type LinkView = { person: RecordView, firm: RecordView, shared: Array<SharedWhat>, };

/**
 * Which list. The words of its quick search are no condition.
 */
export type ListAsTarget = { entity: Entity, filters: Array<Filter>, 
/**
 * The condition that the list is under, if any.
 */
target?: Target, };

/**
 * Which rows of which list, with which columns.
 */
export type ListExport = { chosen: Chosen, 
/**
 * Keys of fields.
 */
columns: Array<string>, };

/**
 * The groups of a list; days are grouped by month.
 */
export type ListGroups = { 
/**
 * Rows in all.
 */
total: number, 
/**
 * Values in all, blanks counting for one.
 */
distinct: number, 
/**
 * The fields that were added up, in the order of the sums.
 */
sums: Array<string>, groups: Array<Nest>, };

/**
 * A page, and how many rows the whole list has.
 */
export type ListPage = { total: number, rows: Array<ListRow>, 
/**
 * What the records are called that the columns refer to, by reference.
 */
names: { [key in string]: string }, };

/**
 * Which rows of which list, with which columns.
 */
export type ListPrint = { chosen: Chosen, 
/**
 * Keys of fields.
 */
columns: Array<string>, };

/**
 * Which page of which list.
 */
export type ListRead = { entity: Entity, 
/**
 * Keys of fields.
 */
columns: Array<string>, sorts: Array<Sort>, 
/**
 * Words that each row must hold.
 */
quick: string, filters: Array<Filter>, 
/**
 * A condition that the rows fulfil besides.
 */
target?: Target, offset: number, limit: number, };

/**
 * One row: the values of the columns asked for, in their order.
 */
export type ListRow = { ref: string, values: Value[], };

/**
 * The totals, column by column in the order asked for.
 */
export type ListTotals = { 
/**
 * Rows in all.
 */
rows: number, columns: Array<ColumnTotal>, };

/**
 * One who looks alike.
 */
export type Lookalike = { ref: string, label: string, kind: string, town: string | null, phone: string | null, mail: string | null, birthDate: string | null, 
/**
 * How likely it is the same one, in a hundred: by the comparison of doubles.
 */
score: number, reasons: Array<Reason>, };

/**
 * Who looks alike, most alike first.
 */
export type Lookalikes = { candidates: Array<Lookalike>, };

/**
 * What was typed so far; the record itself when it exists.
 */
export type LookalikesFind = { ref: string | null, values: Values, };

/**
 * How the workshop sees a customer.
 */
export type Loyalty = "no_car" | "regular" | "late" | "lost" | "never";

/**
 * What of the customer matched, when it is not in their name or town.
 */
export type Matched = { entity: Entity, field: string, value: string, };

/**
 * What is measured. Fields are numbers of the entity.
 */
export type Measure = "count" | "customers" | { "sum": string } | { "mean": string } | { "median": string } | { "min": string } | { "max": string } | { "share": Array<Filter> };

/**
 * Which records become one, which stays, and whose value stays in each field where the person chose.
 */
export type Merge = { customers: Array<string>, kept: string, 
/**
 * Reference of the record by key of the field.
 */
values: { [key in string]: string }, };

/**
 * Which records would become one: two to eight.
 */
export type MergeAsked = { customers: Array<string>, 
/**
 * The one that stays; none leaves the choice to us.
 */
kept: string | null, };

/**
 * A field in which they differ.
 */
export type MergeField = { key: string, 
/**
 * By record, in the order of the records.
 */
values: Array<Value>, 
/**
 * The record whose value stays when nobody chooses.
 */
chosen: string, };

/**
 * How many records of a kind.
 */
export type MergeMove = { entity: Entity, count: number, };

/**
 * What merging would do.
 */
export type MergePreview = { 
/**
 * The one that stays.
 */
kept: string, 
/**
 * The one that stays first.
 */
customers: Array<MergeRecord>, 
/**
 * The fields in which they differ.
 */
fields: Array<MergeField>, 
/**
 * How many records of each kind go to the one that stays.
 */
moves: Array<MergeMove>, 
/**
 * Vehicles that several hold, and that become one.
 */
vehicles_in_common: number, };

/**
 * One of those that would become one.
 */
export type MergeRecord = { record: RecordView, 
/**
 * How many records of each kind belong to it.
 */
belongings: Array<MergeMove>, };

/**
 * The record that stays.
 */
export type Merged = { ref: string, 
/**
 * None when nothing is different.
 */
change: ChangeLine | null, changed: Array<Changed>, undo: UndoState, };

/**
 * What would serve a message.
 */
export type MessageAdvice = "long_subject" | "not_personal" | "many_segments";

/**
 * How a message leaves.
 */
export type MessageChannel = "mail" | "sms" | "letter";

/**
 * A text and how it would leave.
 */
export type MessageCheck = { channel: MessageChannel, text: MessageText, };

/**
 * What there is to say of it.
 */
export type MessageChecked = { 
/**
 * It cannot be sent as it is.
 */
problems: Array<MessageProblem>, 
/**
 * What a campaign lacks.
 */
lacks: Array<MessageLack>, 
/**
 * What would serve it.
 */
advice: Array<MessageAdvice>, 
/**
 * The text as it is written, measured.
 */
sms: SmsMeasure | null, 
/**
 * Its fields say more or less to each: its length is that of nobody's message.
 */
varies: boolean, 
/**
 * The same in letters that cost half as much, when that is different.
 */
plain: string | null, 
/**
 * What brings the mention that lacks.
 */
mention: string, };

/**
 * What the law asks of a commercial message and this one lacks.
 */
export type MessageLack = "no_stop" | "no_unsubscribe";

/**
 * Who lacks what.
 */
export type MessageMissing = { 
/**
 * People concerned.
 */
total: number, 
/**
 * The first ones.
 */
people: Array<PersonMissing>, };

/**
 * Names of one kind.
 */
export type MessageNames = { of: MessageNamesOf, names: Array<string>, };

/**
 * Of what.
 */
export type MessageNamesOf = "message" | "customer" | "car";

/**
 * Which message, to whom, and which of them.
 */
export type MessagePreview = { channel: MessageChannel, text: MessageText, 
/**
 * Everybody it is meant for; none for one customer.
 */
audience: Audience | null, 
/**
 * One customer.
 */
customer: string | null, 
/**
 * From 0; the last one when there are fewer.
 */
place: number, 
/**
 * When it would leave: now when nothing is said.
 */
at: string | null, mode: ContactMode, };

/**
 * What that one gets.
 */
export type MessagePreviewed = { 
/**
 * How many it is meant for.
 */
total: number, place: number, 
/**
 * None when it is meant for nobody.
 */
shown: Shown | null, };

/**
 * What is wrong with a message, and where.
 */
export type MessageProblem = { 
/**
 * What is wrong.
 */
code: MessageProblemCode, 
/**
 * Is it in the subject rather than in the body?
 */
subject: boolean, 
/**
 * The characters at fault, from the first to the one after the last.
 */
span: [number, number], 
/**
 * The word at fault, as it was written.
 */
word: string | null, 
/**
 * The nearest known word.
 */
nearest: string | null, 
/**
 * What is wrong with a condition, in the language of targetings.
 */
condition: TargetProblem | null, };

/**
 * What may be wrong with a message.
 */
export type MessageProblemCode = "empty" | "no_subject" | "unknown_field" | "empty_field" | "unclosed_field" | "stray_brace" | "unclosed_condition" | "stray_else" | "stray_end" | "bad_condition" | "other_entity";

/**
 * What is sent to whom.
 */
export type MessageSend = { customer: string, channel: MessageChannel, 
/**
 * What it speaks of: a code of the catalogue.
 */
offer: string | null, text: MessageText, 
/**
 * It answers the customer or serves what was agreed: the law asks for no agreement.
 */
service: boolean, next_follow_up_on: string | null, 
/**
 * Who sends it; the one in charge when nothing is said.
 */
owner: string | null, mode: ContactMode, 
/**
 * Reasons that a trainer lets be overruled.
 */
forced: Array<GateReason>, };

/**
 * What is written.
 */
export type MessageText = { 
/**
 * Of a mail, of a letter; an SMS has none.
 */
subject: string, body: string, };

/**
 * The names that a message may say.
 */
export type MessageVocabulary = { groups: Array<MessageNames>, 
/**
 * The words of a condition: if, else, end.
 */
when: string, otherwise: string, end: string, };

/**
 * Which message, to whom.
 */
export type MissingAsked = { text: MessageText, audience: Audience, };

/**
 * A field that says nothing of somebody.
 */
export type MissingField = { 
/**
 * The record that lacks it.
 */
ref: string, 
/**
 * Its key; none for what no record holds.
 */
field: string | null, label: string, };

/**
 * One day or minute that matters: a record, and the field that dates it.
 */
export type Moment = { 
/**
 * A day, or a minute: `2026-11-23`, `2026-11-23T14:30`.
 */
at: string, kind: MomentKind, ref: string, entity: Entity, 
/**
 * The field that says when: of a vehicle, its sale or its financing.
 */
field: string, 
/**
 * After the moment of use; for a follow-up, not done yet.
 */
ahead: boolean, };

/**
 * By what a person sifts the timeline.
 */
export type MomentKind = "contact" | "follow_up" | "sale" | "service" | "lead" | "appointment" | "consent" | "vehicle";

/**
 * A record, and what a person would call it.
 */
export type NamedRecord = { ref: string, entity: Entity, label: string, };

/**
 * The rows that hold a value, and the groups that they make in turn.
 */
export type Nest = { 
/**
 * `null` for blanks; `2026-11` for the days of a month.
 */
value: Value, 
/**
 * What the record is called, when the value is a reference.
 */
name: string | null, count: number, 
/**
 * What the rows come to, field by field.
 */
sums: Array<number>, 
/**
 * How many groups there are inside, those left out included.
 */
inside: number, groups: Array<Nest>, };

/**
 * A command that needs no input.
 */
export type Nothing = Record<symbol, never>;

/**
 * The order of values that are no dates or bands: those are always in their own.
 */
export type Order = "greatest" | "least" | "name";

/**
 * An answer of ours.
 */
export type OwnAnswer = { 
/**
 * `mail`, `sms`, `letter`, `call`.
 */
channel: string, text: string, };

/**
 * Two records, how sure it is that they are one, and why.
 */
export type PairView = { left: RecordView, right: RecordView, 
/**
 * 50 to 100.
 */
score: number, 
/**
 * Weightiest first.
 */
reasons: Array<ReasonView>, put_off: boolean, };

/**
 * A value with its unit.
 */
export type Part = { "unit": "day", "value": string } | { "unit": "km", "value": number } | { "unit": "km_per_year", "value": number } | { "unit": "days", "value": number } | { "unit": "months", "value": number } | { "unit": "count", "value": number } | { "unit": "list", "value": Array<number> };

/**
 * What the passing of time brought.
 */
export type Passed = { 
/**
 * Pending events that came true.
 */
came: number, 
/**
 * Those of them that followed a record to its new owner.
 */
followed: number, 
/**
 * Those that could not any more.
 */
dropped: number, 
/**
 * Leads dated anew.
 */
leads: number, 
/**
 * What came back from the messages that were sent.
 */
replies: number, };

/**
 * A period said from the day of use. Those that go on end with it.
 */
export type Period = "all" | "this_month" | "last_month" | "this_quarter" | "this_year" | "last_year" | "twelve_months" | "custom";

/**
 * What somebody has to do.
 */
export type PersonLoad = { owner: string | null, overdue: number, today: number, coming: number, };

/**
 * One of them.
 */
export type PersonMissing = { customer: string, label: string, fields: Array<MissingField>, };

/**
 * A town and its postcode.
 */
export type Place = { postcode: string, town: string, department: string, };

/**
 * What was typed of an address.
 */
export type PlaceFind = { postcode: string | null, town: string | null, };

/**
 * The places that fit.
 */
export type Places = { 
/**
 * Largest towns first.
 */
places: Array<Place>, 
/**
 * Do the postcode and the town agree? None when one is missing or the postcode is not known to us.
 */
agree: boolean | null, };

/**
 * A point of the curve.
 */
export type Point = { on: string, 
/**
 * Kilometres.
 */
km: number, 
/**
 * The invoice that says it; none for the first registration.
 */
number: string | null, 
/**
 * Cannot be, by the others: the odometer would have gone back.
 */
odd: boolean, };

/**
 * Which preference.
 */
export type PreferenceRead = { key: string, };

/**
 * A preference, none when it was never said.
 */
export type PreferenceValue = { value: string | null, };

/**
 * A preference to keep, or to forget.
 */
export type PreferenceWrite = { key: string, value: string | null, };

/**
 * What importing the file that came with the command would do. Nothing is changed.
 */
export type Preview = { 
/**
 * None when the file cannot be read so far.
 */
about: About | null, 
/**
 * The first problems; one is enough to refuse the file.
 */
problems: Array<FileProblem>, problemsTotal: number, 
/**
 * What was put right or left aside.
 */
warnings: Array<FileProblem>, warningsTotal: number, 
/**
 * By entity, in the order of the sheets; empty when there are problems.
 */
entities: Array<EntityPreview>, 
/**
 * The first records that differ of each entity.
 */
records: Array<RecordPreview>, };

/**
 * What is wrong with the value of one field.
 */
export type Problem = { 
/**
 * Key of the field in the catalogue.
 */
field: string, 
/**
 * What is wrong.
 */
code: ProblemCode, 
/**
 * The least value allowed, where there is one.
 */
min: string | null, 
/**
 * The greatest value, or length, allowed, where there is one.
 */
max: string | null, 
/**
 * Key of the other field it disagrees with.
 */
other: string | null, };

/**
 * What may be wrong with a value.
 */
export type ProblemCode = "required" | "bad_date" | "future_date" | "too_early" | "bad_phone" | "bad_mail" | "bad_postcode" | "bad_plate" | "bad_vin" | "bad_siren" | "bad_siret" | "siret_not_siren" | "bad_naf" | "bad_number" | "out_of_range" | "unknown_choice" | "unknown_reference" | "too_long" | "unknown_field" | "not_editable" | "before_other" | "already_used" | "other_kind" | "no_letters" | "doubled" | "too_many" | "bad_key" | "bad_recurrence" | "never_falls";

/**
 * A public holiday of France, or of Alsace and Moselle alone.
 */
export type PublicHoliday = "new_year" | "good_friday" | "easter_monday" | "labour_day" | "victory" | "ascension" | "whit_monday" | "bastille" | "assumption" | "all_saints" | "armistice" | "christmas" | "saint_stephen";

/**
 * A measure of the records of an entity, by none, one or two of their fields.
 */
export type Question = { entity: Entity, measure: Measure, by: Array<Dimension>, 
/**
 * As in lists; a bound of a date may also be `today`, `today-1d`, `today+60d`, `today-18m`.
 */
filters: Array<Filter>, 
/**
 * Only the records that a targeting keeps, or those that are related to them: the invoices of its customers.
 */
target?: Target, 
/**
 * The date that the board's period narrows; none when the figure is that of the day.
 */
day: string | null, order: Order, 
/**
 * The first so many values of the first dimension, the others together; of those that are no dates or bands.
 */
top: number | null, 
/**
 * Is the period before measured too?
 */
compare: boolean, 
/**
 * What a gauge is full at, in the unit of the measure.
 */
goal: number | null, };

/**
 * A question, and what the board looks at.
 */
export type QuestionAsked = { question: Question, scope: Scope, };

/**
 * A template of the trade.
 */
export type ReadyTemplate = { key: string, name: string, group: string, 
/**
 * `mail`, `letter`, `sms`.
 */
channel: string, 
/**
 * What it speaks of: a code of the catalogue.
 */
offer: string, subject: string, body: string, };

/**
 * A tile ready to be put on a board.
 */
export type ReadyView = { key: string, group: string, title: string, about: string, chart: Chart, definition: Definition, };

/**
 * Why they look alike.
 */
export type Reason = "same_mobile" | "same_phone" | "same_mail" | "same_name" | "close_name" | "swapped_name" | "same_birth_date" | "same_address" | "same_siren" | "same_town";

/**
 * How many are left out for a reason.
 */
export type ReasonCount = { reason: GateReason, count: number, canBeForced: boolean, };

/**
 * How it agrees.
 */
export type ReasonHow = "same" | "written" | "slip" | "near" | "different" | "swapped";

/**
 * One reason, for or against.
 */
export type ReasonView = { what: ReasonWhat, how: ReasonHow, 
/**
 * It speaks for the same person, else against.
 */
speaks_for: boolean, };

/**
 * What was compared.
 */
export type ReasonWhat = "first_name" | "last_name" | "birth" | "siren" | "phone" | "mail" | "number" | "street" | "extra" | "postcode" | "town" | "vehicle" | "sex";

/**
 * Why a recipient reacted, or did not.
 */
export type RecipientWhy = { 
/**
 * As the log shows it now.
 */
state: string, 
/**
 * None when nothing was kept: the campaign came with the base, or left before anything was.
 */
why: WhyView | null, way: Way, 
/**
 * What was drawn for them has not all happened yet.
 */
toCome: boolean, };

/**
 * Which recipient.
 */
export type RecipientWhyAsked = { ref: string, };

/**
 * Values to check without keeping them; a reference when they are those of an existing record.
 */
export type RecordCheck = { entity: Entity, ref: string | null, values: Values, };

/**
 * What is wrong with them.
 */
export type RecordChecked = { problems: Array<Problem>, };

/**
 * A record to create.
 */
export type RecordCreate = { entity: Entity, values: Values, };

/**
 * Which record.
 */
export type RecordDelete = { ref: string, };

/**
 * Which fields of which record, with their new values.
 */
export type RecordEdit = { ref: string, values: Values, };

/**
 * What would happen to a record.
 */
export type RecordPreview = { entity: Entity, ref: string, 
/**
 * What it is called.
 */
label: string, fate: Fate, 
/**
 * The fields that differ; empty unless it is changed.
 */
fields: Array<FieldPreview>, };

/**
 * One record, computed fields included.
 */
export type RecordView = { ref: string, entity: Entity, 
/**
 * What a person would call it.
 */
label: string, values: Values, };

/**
 * How often things happen: as in life, or magnified so that a class of thirty sees them.
 */
export type Regime = "real" | "magnified";

/**
 * How often customers are to react.
 */
export type RegimeSet = { regime: Regime, };

/**
 * A rule of recurrence.
 */
export type Repeat = { 
/**
 * Days, weeks, months or years.
 */
freq: Frequency, 
/**
 * Every so many of them.
 */
interval: number, 
/**
 * Only, or on, these days of the week.
 */
days: Array<RepeatDay>, 
/**
 * Days of the month; below zero, counted from its end.
 */
monthDays: Array<number>, 
/**
 * January is 1.
 */
months: Array<number>, 
/**
 * Of the days so found in a period, only the first (1), the last (-1)…
 */
positions: Array<number>, 
/**
 * The last day on which it may fall.
 */
until: string | null, 
/**
 * How many times it falls in all.
 */
count: number | null, };

/**
 * A day of the week, or the first, second… last one of a month (of a year, for a yearly rule without months).
 */
export type RepeatDay = { 
/**
 * Monday is 1.
 */
weekday: number, 
/**
 * 1 the first, -1 the last; each of them without it.
 */
nth: number | null, };

/**
 * A value that would be replaced.
 */
export type Replaced = { field: string, value: Value, count: number, };

/**
 * What is shown everywhere.
 */
export type RepliesState = { regime: Regime, 
/**
 * Lines of the inbox to handle.
 */
waiting: number, 
/**
 * Those of them that nobody has read.
 */
unread: number, 
/**
 * Those of them in which somebody complains.
 */
complaints: number, };

/**
 * What a factor multiplies.
 */
export type ReplyEffect = "read" | "act" | "leave" | "complain" | "buy" | "come";

/**
 * Holidays of the schools of a zone.
 */
export type SchoolPeriod = { 
/**
 * `A`, `B`, `C`, or what a trainer calls another one.
 */
zone: string, name: string, from: string, 
/**
 * The last day of it.
 */
to: string, };

/**
 * A school year.
 */
export type SchoolYear = { 
/**
 * In which it begins.
 */
year: number, 
/**
 * A trainer wrote it.
 */
edited: boolean, periods: Array<SchoolPeriod>, };

/**
 * What all the tiles of a board look at.
 */
export type Scope = { period: Period, 
/**
 * First and last day of a custom period; either may lack.
 */
from: string | null, to: string | null, 
/**
 * One dealership; all of them when none.
 */
site: string | null, };

/**
 * What was typed.
 */
export type SearchFind = { text: string, limit: number, };

/**
 * Who was found, best first.
 */
export type SearchFound = { hits: Array<SearchHit>, 
/**
 * How many there are in all, counted up to a thousand.
 */
total: number, };

/**
 * One customer found.
 */
export type SearchHit = { ref: string, label: string, kind: string, status: string, town: string | null, phone: string | null, matched: Matched | null, };

/**
 * How an event comes back, and the days left out.
 */
export type SeriesRule = { 
/**
 * None: it does not come back.
 */
repeat: Repeat | null, 
/**
 * Days on which it would fall and does not.
 */
skip: Array<string>, };

/**
 * How much of a series is meant.
 */
export type SeriesScope = "this" | "following" | "all";

/**
 * Product, day of use, group, person, base, and what can be undone.
 */
export type SessionState = { version: string, 
/**
 * Format of the data.
 */
format: number, today: string, now: string, user: string | null, group: GroupView, staff: Array<StaffView>, base: BaseView, undo: UndoState, 
/**
 * How many records of each entity, by its name.
 */
counts: { [key in string]: number }, clients: number, prospects: number, };

/**
 * What a person and a firm share.
 */
export type SharedWhat = "name" | "contact" | "phone" | "mail" | "address";

/**
 * One recipient's message.
 */
export type Shown = { customer: string, label: string, 
/**
 * The car that it speaks of.
 */
car: string | null, 
/**
 * The mail, the number; none for a letter.
 */
to: string | null, subject: string, body: string, missing: Array<MissingField>, 
/**
 * Why the gate would leave them out.
 */
reason: GateReason | null, sms: SmsMeasure | null, 
/**
 * Of a letter.
 */
address: Array<string>, };

/**
 * One of its sites.
 */
export type SiteView = { name: string, town: string, department: string, };

/**
 * A dealership and its schools.
 */
export type SiteZone = { site: string, zone: string | null, };

/**
 * An appointment, or a follow-up.
 */
export type SlotKind = "entry" | "follow_up";

/**
 * The alphabet of an SMS.
 */
export type SmsAlphabet = "gsm" | "ucs2";

/**
 * A text measured as an SMS.
 */
export type SmsMeasure = { 
/**
 * `gsm` (7 bits) or `ucs2` (16 bits).
 */
alphabet: SmsAlphabet, 
/**
 * Characters as the network counts them: `€`, `[` and a few others count for two.
 */
units: number, 
/**
 * Messages that are paid.
 */
segments: number, 
/**
 * What is left in the last one.
 */
left: number, 
/**
 * Characters that one message, or one of several, takes.
 */
room: number, 
/**
 * Hundredths of a cent.
 */
cost: number, 
/**
 * The characters that force the dearer alphabet, each once.
 */
forcedBy: Array<string>, };

/**
 * Rows in the order of a field; blanks last, either way.
 */
export type Sort = { field: string, descending: boolean, };

/**
 * One of its people.
 */
export type StaffView = { name: string, role: string, site: string, };

/**
 * One step: a code that the screens put in words, and the parts that fill it.
 */
export type Step = { code: StepCode, parts: Array<Part>, };

/**
 * What a step does.
 */
export type StepCode = "no_readings" | "too_close" | "no_visit" | "one_visit" | "no_registration" | "no_financing" | "sold" | "first_reading" | "last_reading" | "odd_readings" | "distance" | "rate" | "since" | "driven" | "sum" | "intervals" | "sorted" | "mean" | "median" | "last_visit" | "from_purchase" | "from_registration" | "every_months" | "every_km" | "reached_on" | "earlier" | "registered" | "first_inspection" | "next_inspection" | "last_inspection" | "makers_warranty" | "prolonged" | "financed" | "lasts";

/**
 * One cell.
 */
export type TableCell = number | string;

/**
 * A header, and what stands under it.
 */
export type TableColumn = { label: string, kind: TableKind, };

/**
 * The table, with the words that the screen shows.
 */
export type TableExport = { title: string, columns: Array<TableColumn>, 
/**
 * As many cells as there are columns: texts, numbers, or nothing.
 */
rows: Array<Array<TableCell | null>>, };

/**
 * What a column holds: texts, numbers, euros, numbers of a hundred.
 */
export type TableKind = "text" | "number" | "money" | "percent";

/**
 * Which records of one kind: those for which the root holds.
 */
export type Target = { 
/**
 * Of what kind the records are.
 */
entity: Entity, 
/**
 * The condition; an empty group keeps everything.
 */
root: TargetNode, 
/**
 * Format of the tree when a newer version wrote it; none for ours.
 */
format?: number, };

/**
 * What is asked of a value.
 */
export type TargetAsked = { how: TargetHow, 
/**
 * The values compared with, as people read them.
 */
values: Array<TargetSaidValue>, period: TargetPeriod | null, 
/**
 * The first day of the period, or of the dates asked for, when there is one: `2026-11-23`.
 */
first: string | null, 
/**
 * The last one.
 */
last: string | null, };

/**
 * Two trees on records of the same kind; a saved targeting is a tree of one `member`.
 */
export type TargetCompare = { left: Target, right: Target, };

/**
 * How many are in each part, and the tree by which a list shows it.
 */
export type TargetCompared = { leftOnly: TargetPart, both: TargetPart, rightOnly: TargetPart, };

/**
 * A tree to count.
 */
export type TargetCount = { target: Target, };

/**
 * How many.
 */
export type TargetCounted = { count: number, 
/**
 * Records of this kind in all.
 */
total: number, 
/**
 * What is suspect: a group that asks nothing, bounds the wrong way round, conditions that cannot hold together.
 */
warnings: Array<TargetProblem>, };

/**
 * A targeting to copy under another name.
 */
export type TargetDuplicate = { ref: string, name: string, };

/**
 * One kind of records.
 */
export type TargetEntity = { entity: Entity, label: string, plural: string, fields: Array<TargetField>, relations: Array<TargetRelation>, };

/**
 * A field, and what may be asked of it.
 */
export type TargetField = { hows: Array<TargetHow>, 
/**
 * What may be measured of it over several records.
 */
measures: Array<TargetMeasure>, key: string, label: string, kind: FieldKind, group: string, choices: Array<ChoiceView>, 
/**
 * Choices are suggestions, anything can be written.
 */
open: boolean, required: boolean, computed: boolean, 
/**
 * Neither computed nor set by the engine alone.
 */
editable: boolean, personal: boolean, 
/**
 * Somebody added it.
 */
added: boolean, applies: AppliesView, target: Entity | null, unit: string | null, 
/**
 * A column of the list from the start.
 */
listed: boolean, 
/**
 * Pixels.
 */
width: number, maxLength: number | null, };

/**
 * Which targeting, and whether it follows the data from now on.
 */
export type TargetFreeze = { ref: string, mode: TargetMode, };

/**
 * The ways of asking, by name: what a screen offers.
 */
export type TargetHow = "equals" | "differs" | "below" | "at_most" | "above" | "at_least" | "between" | "one_of" | "contains" | "begins" | "ends" | "exactly" | "characters" | "empty" | "filled" | "yes" | "no" | "within" | "anniversary";

/**
 * What is asked of a value. A blank fulfils `empty`, `no`, `differs` and `characters` only.
 */
export type TargetMatcher = { "how": "equals", to: TargetOperand, } | { "how": "differs", to: TargetOperand, } | { "how": "below", to: TargetOperand, } | { "how": "at_most", to: TargetOperand, } | { "how": "above", to: TargetOperand, } | { "how": "at_least", to: TargetOperand, } | { "how": "between", from: TargetOperand, to: TargetOperand, } | { "how": "one_of", values: Array<TargetOperand>, } | { "how": "contains", text: string, } | { "how": "begins", text: string, } | { "how": "ends", text: string, } | { "how": "exactly", text: string, } | { "how": "characters", most: number, } | { "how": "empty" } | { "how": "filled" } | { "how": "yes" } | { "how": "no" } | { "how": "within", period: TargetPeriod, } | { "how": "anniversary", period: TargetPeriod, };

/**
 * A figure of several records.
 */
export type TargetMeasure = "count" | "distinct" | "sum" | "mean" | "min" | "max" | "range" | "interval";

/**
 * Does a saved targeting follow the data?
 */
export type TargetMode = "live" | "frozen";

/**
 * A condition on a record. In a related group, all conditions bear on the same related record.
 */
export type TargetNode = { "type": "all", of: Array<TargetNode>, } | { "type": "any", of: Array<TargetNode>, } | { "type": "not", node: TargetNode, } | { "type": "field", field: string, is: TargetMatcher, } | { "type": "related", 
/**
 * A key of `targeting.vocabulary`: `vehicle.customer_id` (its vehicles), `customer_id` (its client).
 */
relation: string, quantity: TargetQuantity, node: TargetNode, } | { "type": "aggregate", relation: string, measure: TargetMeasure, 
/**
 * The field measured; none for a number of records.
 */
field: string | null, node: TargetNode, is: TargetMatcher, } | { "type": "first", n: number, sort: Sort, node: TargetNode, } | { "type": "member", targeting: string, };

/**
 * Which one.
 */
export type TargetOpen = { ref: string, };

/**
 * A saved targeting with its tree.
 */
export type TargetOpened = { 
/**
 * Its condition; none when it cannot be understood.
 */
target: Target | null, sorts: Array<Sort>, 
/**
 * What a list takes to show whoever is in it: its condition, or its members when it is frozen.
 */
members: Target | null, ref: string, name: string, description: string, mode: TargetMode, 
/**
 * Of what kind its records are; none when it cannot be understood.
 */
entity: Entity | null, 
/**
 * Its text form.
 */
text: string, sort: string, 
/**
 * None when it cannot be applied.
 */
count: number | null, problems: Array<TargetProblem>, };

/**
 * A value, or a day counted from the day of use.
 */
export type TargetOperand = { "type": "value", value: Value, } | { "type": "today", steps: Array<TargetStep>, };

/**
 * A text to understand, and that of an order.
 */
export type TargetParse = { text: string, sort: string, };

/**
 * What was understood, or why nothing was.
 */
export type TargetParsed = { target: Target | null, sorts: Array<Sort>, 
/**
 * The text as the product writes it.
 */
text: string | null, problems: Array<TargetProblem>, };

/**
 * One part.
 */
export type TargetPart = { count: number, target: Target, };

/**
 * A stretch of time counted from the day of use, which belongs to it.
 */
export type TargetPeriod = { "type": "ahead", n: number, unit: TargetUnit, } | { "type": "past", n: number, unit: TargetUnit, } | { "type": "older", n: number, unit: TargetUnit, } | { "type": "beyond", n: number, unit: TargetUnit, } | { "type": "calendar", unit: TargetUnit, shift: number, years: number, };

/**
 * What is wrong with a targeting, and where.
 */
export type TargetProblem = { 
/**
 * What is wrong.
 */
code: TargetProblemCode, 
/**
 * The way to the condition from the root of the tree: which child, which of its children…
 */
path: Array<number>, 
/**
 * The characters of the text at fault, from the first to the one after the last; none for a tree.
 */
span: [number, number] | null, 
/**
 * The word at fault, as it was written.
 */
word: string | null, 
/**
 * Where it was looked for: name of a kind of records, or of a field.
 */
inside: string | null, 
/**
 * The nearest known word.
 */
nearest: string | null, 
/**
 * What was expected, or allowed at most.
 */
expected: string | null, };

/**
 * What may be wrong with a targeting. The last ones only warn.
 */
export type TargetProblemCode = "newer_format" | "too_deep" | "too_many" | "unknown_entity" | "unknown_field" | "unknown_relation" | "unknown_targeting" | "other_entity" | "cycle" | "wrong_matcher" | "wrong_quantity" | "wrong_measure" | "missing_value" | "bad_number" | "bad_date" | "bad_unit" | "unknown_choice" | "bad_reference" | "unexpected_end" | "unexpected" | "unclosed" | "nobody_to_freeze" | "empty_group" | "reversed_bounds" | "contradiction" | "unusual_value";

/**
 * How many related records.
 */
export type TargetQuantity = { "type": "at_least", n: number, } | { "type": "at_most", n: number, } | { "type": "exactly", n: number, } | { "type": "none" } | { "type": "every" };

/**
 * One of them, to be opened, changed and kept like any other.
 */
export type TargetReady = { key: string, name: string, 
/**
 * Vente, Après-vente, Relation…
 */
group: string, 
/**
 * What for.
 */
description: string, text: string, target: Target, sorts: Array<Sort>, count: number, };

/**
 * A way to other records.
 */
export type TargetRelation = { 
/**
 * What a tree names it by.
 */
key: string, name: string, to: Entity, 
/**
 * To several records: they may be numbered and measured.
 */
many: boolean, };

/**
 * A condition whose names are those that people read.
 */
export type TargetSaid = { "type": "all", of: Array<TargetSaid>, } | { "type": "any", of: Array<TargetSaid>, } | { "type": "not", said: TargetSaid, } | { "type": "field", label: string, asked: TargetAsked, } | { "type": "related", name: string, entity: Entity, 
/**
 * To several records; to a single one otherwise.
 */
many: boolean, quantity: TargetQuantity, 
/**
 * What they fulfil; none when nothing is asked of them.
 */
said: TargetSaid | null, } | { "type": "aggregate", name: string, entity: Entity, measure: TargetMeasure, 
/**
 * The field measured.
 */
label: string | null, said: TargetSaid | null, asked: TargetAsked, } | { "type": "first", n: number, label: string, descending: boolean, said: TargetSaid | null, } | { "type": "member", ref: string, name: string, };

/**
 * A value as people read it.
 */
export type TargetSaidValue = { text: string, 
/**
 * Moves from the day of use, for a day that is counted from it.
 */
steps: Array<TargetStep> | null, 
/**
 * The day that it is.
 */
day: string | null, };

/**
 * A targeting to keep: a new one, or the one of this reference as it is from now on.
 */
export type TargetSave = { ref: string | null, name: string, description: string, target: Target, sorts: Array<Sort>, };

/**
 * A saved targeting, and how many are in it.
 */
export type TargetSaved = { ref: string, name: string, description: string, mode: TargetMode, 
/**
 * Of what kind its records are; none when it cannot be understood.
 */
entity: Entity | null, 
/**
 * Its text form.
 */
text: string, sort: string, 
/**
 * None when it cannot be applied.
 */
count: number | null, problems: Array<TargetProblem>, };

/**
 * A tree to write as text.
 */
export type TargetSay = { target: Target, sorts: Array<Sort>, };

/**
 * A move in time: forwards, or backwards when negative.
 */
export type TargetStep = { n: number, unit: TargetUnit, };

/**
 * A targeting in words.
 */
export type TargetTold = { 
/**
 * The text form, which `targeting.parse` reads.
 */
text: string, 
/**
 * The text form of the order.
 */
sort: string, 
/**
 * The same with every name resolved, to be put in a sentence; none when something asks nothing.
 */
said: TargetSaid | null, problems: Array<TargetProblem>, warnings: Array<TargetProblem>, };

/**
 * Each condition, true or false for a record; the tree's own shape.
 */
export type TargetTried = { holds: boolean, 
/**
 * What was found: the value of the field, how many related records, the figure; none for a group.
 */
found: Value, 
/**
 * The children, for groups of conditions on the record itself; those on related records are told by their number.
 */
of: Array<TargetTried>, };

/**
 * A tree to try on one record.
 */
export type TargetTry = { target: Target, ref: string, };

/**
 * A unit of time.
 */
export type TargetUnit = "hour" | "day" | "working_day" | "open_day" | "week" | "month" | "quarter" | "year";

/**
 * Every kind of records that a targeting may speak of.
 */
export type TargetVocabulary = { entities: Array<TargetEntity>, 
/**
 * Units of time, the usual ones first.
 */
units: Array<TargetUnit>, };

/**
 * Those of the trade, in the order of the file.
 */
export type TargetsReady = { ready: Array<TargetReady>, };

/**
 * Every saved targeting, by name.
 */
export type TargetsSaved = { saved: Array<TargetSaved>, };

/**
 * A template to keep: a new one, or the one of this reference as it is from now on.
 */
export type TemplateSave = { ref: string | null, name: string, channel: MessageChannel, offer: string | null, text: MessageText, };

/**
 * A board that the product knows how to make.
 */
export type TemplateView = { key: string, title: string, about: string, tiles: Array<string>, };

/**
 * Every template.
 */
export type Templates = { ready: Array<ReadyTemplate>, own: Array<RecordView>, };

/**
 * A tile to put on a board, where there is room.
 */
export type TileAdd = { dashboard: string, title: string, chart: Chart, definition: Definition, };

/**
 * What a tile asks and how it shows it, anew.
 */
export type TileEdit = { ref: string, title: string, chart: Chart, definition: Definition, };

/**
 * A number, cents, hundredths or a percentage, and what it was made of.
 */
export type TileFigure = { value: number | null, 
/**
 * Records in the list behind.
 */
rows: number, 
/**
 * Records that were looked at: all those of a share, not only its part.
 */
of: number, 
/**
 * Those among them that hold the number measured.
 */
counted: number, 
/**
 * The same figure of the period before.
 */
before: number | null, 
/**
 * What the list behind is filtered by.
 */
filters: Array<Filter>, };

/**
 * Which tile.
 */
export type TileNamed = { ref: string, };

/**
 * A tile and its place: column, row, width, height.
 */
export type TilePlace = { ref: string, place: [number, number, number, number], };

/**
 * A figure where two labels meet; the second is 0 when there is one dimension.
 */
export type TilePoint = { at: [number, number], value: number | null, 
/**
 * Records in the list behind.
 */
rows: number, 
/**
 * Records that were looked at: all those of a share, not only its part.
 */
of: number, 
/**
 * Those among them that hold the number measured.
 */
counted: number, 
/**
 * The same figure of the period before.
 */
before: number | null, 
/**
 * What the list behind is filtered by.
 */
filters: Array<Filter>, };

/**
 * Why a tile shows nothing.
 */
export type TileProblem = { "code": "newer" } | { "code": "unreadable" } | { "code": "field", 
/**
 * Its key.
 */
field: string, } | { "code": "target", 
/**
 * Why.
 */
problem: TargetProblem, };

/**
 * A tile and its new title: one that shows nothing can be renamed too.
 */
export type TileRename = { ref: string, title: string, };

/**
 * A tile: what it asks and how it shows it, or why it cannot; what it asks is then told as far as it can be read, to be mended.
 */
export type TileView = { ref: string, title: string, chart: Chart | null, definition: Definition | null, problem: TileProblem | null, 
/**
 * Column, row, width, height, in the twelve columns of the board.
 */
place: [number, number, number, number], };

/**
 * Where the tiles of a board go; those that are not named stay.
 */
export type TilesPlace = { dashboard: string, places: Array<TilePlace>, };

/**
 * How many days to go forward.
 */
export type TimeAdvance = { days: number, };

/**
 * The day of use and what time has in store.
 */
export type TimeView = { 
/**
 * The day of use.
 */
today: string, 
/**
 * The day of the calendar.
 */
calendar: string, 
/**
 * Events to come.
 */
pending: number, 
/**
 * The day of the next one.
 */
nextOn: string | null, 
/**
 * What could not come, latest first.
 */
dropped: Array<DroppedView>, };

/**
 * Somebody to place.
 */
export type ToPlace = { 
/**
 * The customer or the lead.
 */
of: AgendaLink, 
/**
 * The activity that asked for the follow-up.
 */
activity: string | null, detail: string | null, on: string | null, owner: string | null, };

/**
 * Which rows of which list; columns that hold no number are left out of the answer.
 */
export type TotalsRead = { chosen: Chosen, 
/**
 * Keys of fields.
 */
columns: Array<string>, };

/**
 * What « Annuler » and « Rétablir » would do now.
 */
export type UndoState = { undo: ChangeLine | null, redo: ChangeLine | null, };

/**
 * Down or up to and including a change.
 */
export type UpTo = { seq: number, };

/**
 * Which field, and which of its values: those that hold what is sought.
 */
export type ValuesRead = { entity: Entity, field: string, 
/**
 * Letters that the value holds, accents and case aside.
 */
find: string, };

/**
 * What came of one wording.
 */
export type VariantResults = { variant: string, results: CampaignResults, };

/**
 * How a message fares before anybody can read it.
 */
export type Way = "open" | "lost" | "away";

/**
 * A reason: a factor, its level, and by how much it multiplies a chance, in percent.
 */
export type Weighed = { factor: string, level: string, effect: ReplyEffect, percent: number, };

/**
 * Why a reaction came.
 */
export type WhyView = { regime: Regime | null, 
/**
 * Of the message.
 */
channel: string | null, 
/**
 * The weightiest first.
 */
reasons: Array<Weighed>, 
/**
 * What the chances came to.
 */
chances: Array<ChanceView>, };

/**
 * What an answer asks for, as the forms take it.
 */
export type WishView = { at: string | null, on: string | null, vehicle: RecordView | null, mail: string | null, mobile: string | null, };

/**
 * What a workbook is for.
 */
export type WorkbookKind = "session" | "base";

/**
 * A writing and how many records have it.
 */
export type Writing = { value: string, count: number, };

/** Every command: its input and its output. */
export interface Commands {
  'session.state': { input: Nothing; output: SessionState };
  'session.identify': { input: Identify; output: Nothing };
  'preference.read': { input: PreferenceRead; output: PreferenceValue };
  'preference.write': { input: PreferenceWrite; output: Nothing };
  'catalogue.read': { input: CatalogueRead; output: CatalogueView };
  'custom_field.list': { input: Nothing; output: CustomFields };
  'custom_field.create': { input: CustomFieldCreate; output: CustomFieldCreated };
  'custom_field.edit': { input: CustomFieldEdit; output: CustomFieldEdited };
  'custom_field.delete': { input: CustomFieldDelete; output: CustomFieldDeleted };
  'home.read': { input: HomeRead; output: HomeView };
  'follow_up.done': { input: FollowUpDone; output: Created };
  'activity.log': { input: ActivityLog; output: Created };
  'search.find': { input: SearchFind; output: SearchFound };
  'list.page': { input: ListRead; output: ListPage };
  'list.groups': { input: GroupsRead; output: ListGroups };
  'list.totals': { input: TotalsRead; output: ListTotals };
  'list.target': { input: ListAsTarget; output: Target };
  'list.print': { input: ListPrint; output: ListPage };
  'table.export': { input: TableExport; output: Exported };
  'list.export': { input: ListExport; output: Exported };
  'targeting.vocabulary': { input: Nothing; output: TargetVocabulary };
  'targeting.count': { input: TargetCount; output: TargetCounted };
  'targeting.say': { input: TargetSay; output: TargetTold };
  'targeting.parse': { input: TargetParse; output: TargetParsed };
  'targeting.ready': { input: Nothing; output: TargetsReady };
  'targeting.list': { input: Nothing; output: TargetsSaved };
  'targeting.open': { input: TargetOpen; output: TargetOpened };
  'targeting.compare': { input: TargetCompare; output: TargetCompared };
  'targeting.save': { input: TargetSave; output: Created };
  'targeting.duplicate': { input: TargetDuplicate; output: Created };
  'targeting.freeze': { input: TargetFreeze; output: ChangeDone };
  'targeting.test': { input: TargetTry; output: TargetTried };
  'field.values': { input: ValuesRead; output: FieldValues };
  'bulk.preview': { input: BulkAsked; output: BulkPreview };
  'bulk.edit': { input: BulkAsked; output: BulkDone };
  'customer.open': { input: CustomerOpen; output: CustomerFile };
  'after_sales.read': { input: AfterSalesRead; output: AfterSales };
  'consents.read': { input: ConsentsRead; output: Consents };
  'consent.set': { input: ConsentSet; output: Created };
  'leads.board': { input: LeadsRead; output: LeadBoard };
  'lead.open': { input: LeadOpen; output: LeadFile };
  'lead.reply': { input: LeadReply; output: Created };
  'lead.attach': { input: LeadAttach; output: ChangeDone };
  'lead.convert': { input: LeadConvert; output: Created };
  'lead.lose': { input: LeadLose; output: ChangeDone };
  'lead.move': { input: LeadMove; output: ChangeDone };
  'customer.lookalikes': { input: LookalikesFind; output: Lookalikes };
  'place.find': { input: PlaceFind; output: Places };
  'record.check': { input: RecordCheck; output: RecordChecked };
  'record.create': { input: RecordCreate; output: Created };
  'record.edit': { input: RecordEdit; output: ChangeDone };
  'record.delete': { input: RecordDelete; output: ChangeDone };
  'invoice.create': { input: InvoiceCreate; output: InvoiceCreated };
  'change.list': { input: ChangeListRead; output: ChangeList };
  'change.history': { input: HistoryRead; output: HistoryView };
  'change.undo': { input: Nothing; output: ChangeDone };
  'change.redo': { input: Nothing; output: ChangeDone };
  'change.undo_to': { input: UpTo; output: ChangeDone };
  'change.redo_to': { input: UpTo; output: ChangeDone };
  'data.reset': { input: Nothing; output: ChangeDone };
  'base.restore': { input: Nothing; output: ChangeDone };
  'workbook.export': { input: ExportAsked; output: Exported };
  'workbook.preview': { input: Nothing; output: Preview };
  'workbook.import': { input: Nothing; output: Imported };
  'duplicates.find': { input: DuplicatesFind; output: DuplicatesFound };
  'duplicates.decide': { input: Decide; output: ChangeDone };
  'merge.preview': { input: MergeAsked; output: MergePreview };
  'merge.do': { input: Merge; output: Merged };
  'cleaning.read': { input: Nothing; output: CleaningView };
  'cleaning.list': { input: CleaningList; output: CleaningFindings };
  'cleaning.preview': { input: CleaningAccept; output: CleaningPreview };
  'cleaning.accept': { input: CleaningAccept; output: CleaningDone };
  'cleaning.ignore': { input: CleaningIgnore; output: ChangeDone };
  'dashboard.list': { input: BoardsRead; output: Boards };
  'dashboard.read': { input: BoardRead; output: BoardView };
  'dashboard.answer': { input: QuestionAsked; output: Answer };
  'dashboard.create': { input: BoardCreate; output: ChangeDone };
  'dashboard.rename': { input: BoardRename; output: ChangeDone };
  'dashboard.lock': { input: BoardLock; output: ChangeDone };
  'dashboard.reset': { input: BoardNamed; output: ChangeDone };
  'dashboard.delete': { input: BoardNamed; output: ChangeDone };
  'tile.add': { input: TileAdd; output: Created };
  'tile.edit': { input: TileEdit; output: ChangeDone };
  'tile.rename': { input: TileRename; output: ChangeDone };
  'tile.copy': { input: TileNamed; output: Created };
  'tile.remove': { input: TileNamed; output: ChangeDone };
  'tile.place': { input: TilesPlace; output: ChangeDone };
  'message.templates': { input: Nothing; output: Templates };
  'message.vocabulary': { input: Nothing; output: MessageVocabulary };
  'message.check': { input: MessageCheck; output: MessageChecked };
  'message.preview': { input: MessagePreview; output: MessagePreviewed };
  'message.missing': { input: MissingAsked; output: MessageMissing };
  'message.letters': { input: LettersAsked; output: LettersMade };
  'message.save': { input: TemplateSave; output: Created };
  'message.send': { input: MessageSend; output: Created };
  'campaign.gate': { input: CampaignPlan; output: CampaignGate };
  'campaign.excluded': { input: ExcludedAsked; output: CampaignExcluded };
  'campaign.list': { input: Nothing; output: Campaigns };
  'campaign.open': { input: CampaignOpen; output: CampaignFile };
  'campaign.launch': { input: CampaignPlan; output: CampaignLaunched };
  'campaign.cancel': { input: CampaignCancel; output: ChangeDone };
  'replies.read': { input: Nothing; output: RepliesState };
  'replies.draws': { input: Nothing; output: DrawsMark };
  'replies.regime': { input: RegimeSet; output: ChangeDone };
  'inbox.list': { input: InboxRead; output: InboxView };
  'inbox.open': { input: InboxOpen; output: InboxItem };
  'inbox.handle': { input: InboxHandle; output: ChangeDone };
  'inbox.mark': { input: InboxMark; output: Nothing };
  'inbox.reopen': { input: InboxReopen; output: ChangeDone };
  'recipient.why': { input: RecipientWhyAsked; output: RecipientWhy };
  'call.outcome': { input: CallAsked; output: CallOutcome };
  'visit.outcome': { input: CallAsked; output: CallOutcome };
  'agenda.window': { input: AgendaWindow; output: AgendaView };
  'agenda.open': { input: AgendaOpen; output: AgendaEvent };
  'agenda.check': { input: AgendaDraft; output: AgendaChecked };
  'agenda.ics': { input: AgendaIcs; output: AgendaFile };
  'agenda.waiting': { input: AgendaWaiting; output: AgendaToPlace };
  'agenda.create': { input: AgendaCreate; output: Created };
  'agenda.plan': { input: AgendaPlan; output: AgendaPlanned };
  'agenda.edit': { input: AgendaEdit; output: ChangeDone };
  'agenda.move': { input: AgendaMove; output: ChangeDone };
  'agenda.delete': { input: AgendaDelete; output: ChangeDone };
  'calendar.read': { input: Nothing; output: CalendarView };
  'calendar.edit': { input: CalendarEdit; output: ChangeDone };
  'time.read': { input: Nothing; output: TimeView };
  'time.advance': { input: TimeAdvance; output: Advanced };
}

/** The commands that only look. */
export const READS: ReadonlySet<keyof Commands> = new Set([
  'session.state',
  'preference.read',
  'catalogue.read',
  'custom_field.list',
  'home.read',
  'search.find',
  'list.page',
  'list.groups',
  'list.totals',
  'list.target',
  'list.print',
  'table.export',
  'list.export',
  'targeting.vocabulary',
  'targeting.count',
  'targeting.say',
  'targeting.parse',
  'targeting.ready',
  'targeting.list',
  'targeting.open',
  'targeting.compare',
  'targeting.test',
  'field.values',
  'bulk.preview',
  'customer.open',
  'after_sales.read',
  'consents.read',
  'leads.board',
  'lead.open',
  'customer.lookalikes',
  'place.find',
  'record.check',
  'change.list',
  'change.history',
  'workbook.export',
  'workbook.preview',
  'duplicates.find',
  'merge.preview',
  'cleaning.read',
  'cleaning.list',
  'cleaning.preview',
  'dashboard.list',
  'dashboard.read',
  'dashboard.answer',
  'message.templates',
  'message.vocabulary',
  'message.check',
  'message.preview',
  'message.missing',
  'message.letters',
  'campaign.gate',
  'campaign.excluded',
  'campaign.list',
  'campaign.open',
  'replies.read',
  'replies.draws',
  'inbox.list',
  'inbox.open',
  'recipient.why',
  'call.outcome',
  'visit.outcome',
  'agenda.window',
  'agenda.open',
  'agenda.check',
  'agenda.ics',
  'agenda.waiting',
  'calendar.read',
  'time.read',
]);
