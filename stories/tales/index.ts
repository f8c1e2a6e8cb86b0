// Every story, in the order a learner would live them.
import { agenda, agendaKeys, agendaPlace } from './agenda.ts';
import { base } from './base.ts';
import { campaigns, letters, written } from './campaigns.ts';
import { broken, carry, edited } from './carry.ts';
import { children } from './children.ts';
import { clean, cleanAll, fill } from './clean.ts';
import { consents } from './consents.ts';
import { create } from './create.ts';
import { crash } from './crash.ts';
import { dashboardKeys, dashboards } from './dashboards.ts';
import { answers, doubles } from './doubles.ts';
import { day } from './day.ts';
import { edit } from './edit.ts';
import { fields, fieldsKept } from './fields.ts';
import { find } from './find.ts';
import { follow, past } from './follow.ts';
import { invoice } from './invoice.ts';
import { keep } from './keep.ts';
import { keyboard, minute } from './keyboard.ts';
import { converted, leads } from './leads.ts';
import { elsewhere, lesson } from './lesson.ts';
import { help } from './help.ts';
import { inNumber, lists } from './lists.ts';
import { lookDialogue } from './look-dialogue.ts';
import { look } from './look.ts';
import { morning } from './morning.ts';
import { places } from './places.ts';
import { program } from './program.ts';
import { quit } from './quit.ts';
import { read } from './read.ts';
import { refuse } from './refuse.ts';
import { calls, replies } from './replies.ts';
import { released } from './released.ts';
import { reset } from './reset.ts';
import { passers, silence } from './silence.ts';
import { spoilt, spoiltBrowser } from './spoilt.ts';
import { storm } from './storm.ts';
import type { Door } from '../doors/door.ts';
import type { Story } from './story.ts';
import { tabs } from './tabs.ts';
import { targeting, targetingText } from './targeting.ts';
import { tileTargets } from './tile-targets.ts';
import { time } from './time.ts';
import { totals } from './totals.ts';
import { today } from './today.ts';
import { hundreds, late, traps } from './traps.ts';
import { undo } from './undo.ts';
import { upkeep } from './upkeep.ts';
import { wholeCampaign } from './whole.ts';
import { enlarged, narrow, walked } from './walk.ts';
import { workshop } from './workshop.ts';

export const stories: Story[] = [
  read,
  help,
  find,
  lists,
  totals,
  inNumber,
  fields,
  fieldsKept,
  create,
  edit,
  follow,
  past,
  invoice,
  workshop,
  upkeep,
  consents,
  leads,
  converted,
  replies,
  calls,
  today,
  agenda,
  agendaKeys,
  agendaPlace,
  targeting,
  targetingText,
  campaigns,
  letters,
  silence,
  passers,
  written,
  wholeCampaign,
  tileTargets,
  undo,
  doubles,
  answers,
  traps,
  late,
  hundreds,
  dashboards,
  dashboardKeys,
  clean,
  cleanAll,
  fill,
  reset,
  time,
  carry,
  edited,
  broken,
  base,
  keep,
  refuse,
  quit,
  program,
  keyboard,
  minute,
  morning,
  crash,
  spoilt,
  spoiltBrowser,
  released,
  storm,
  tabs,
  lesson,
  elsewhere,
  places,
  children,
  walked,
  enlarged,
  narrow,
  look,
  lookDialogue,
  day,
];

const arrival = [read, create, lesson, elsewhere];
const kept = [...arrival, follow, undo, reset, time, carry, keep, keyboard, crash, tabs];
const toldOfFiles = [edited, broken, base, places, spoiltBrowser, released, storm];
const toldInTwoPlaces = [replies, calls, campaigns, letters, silence, passers, written, wholeCampaign, tileTargets, lookDialogue];

/** What is told at the milder doors; everything is told by the executable and by the hostile platform. */
export const told: Record<NonNullable<Door['milder']>, Set<Story>> = {
  firefox: new Set([day]),
  arrival: new Set(arrival),
  windows: new Set([keep, carry, quit, program]),
  platforms: new Set(kept),
  file: new Set([...kept, ...toldOfFiles, ...toldInTwoPlaces]),
};
