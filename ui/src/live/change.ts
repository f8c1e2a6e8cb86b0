import {
  call,
  callWithFile,
  EngineFailure,
  type Beside,
  type ChangeDone,
  type CommandInput,
  type CommandOutput,
  type Problem,
} from '../engine';
import { changeDone, changeRedone, changeUndone, nothingDifferent } from '../words/changes';
import { failureSentence } from '../words/errors';
import { readAgain } from './client';
import { say } from './toasts';

type ChangeCommand =
  | 'record.create'
  | 'record.edit'
  | 'record.delete'
  | 'bulk.edit'
  | 'invoice.create'
  | 'follow_up.done'
  | 'activity.log'
  | 'consent.set'
  | 'lead.reply'
  | 'lead.attach'
  | 'lead.convert'
  | 'lead.lose'
  | 'lead.move'
  | 'data.reset'
  | 'base.restore'
  | 'time.advance'
  | 'replies.regime'
  | 'inbox.handle'
  | 'inbox.reopen'
  | 'duplicates.decide'
  | 'merge.do'
  | 'custom_field.create'
  | 'custom_field.edit'
  | 'custom_field.delete'
  | 'cleaning.accept'
  | 'cleaning.ignore'
  | 'dashboard.create'
  | 'dashboard.rename'
  | 'dashboard.lock'
  | 'dashboard.reset'
  | 'dashboard.delete'
  | 'tile.add'
  | 'tile.edit'
  | 'tile.rename'
  | 'tile.copy'
  | 'tile.remove'
  | 'tile.place'
  | 'targeting.save'
  | 'targeting.duplicate'
  | 'targeting.freeze'
  | 'message.save'
  | 'message.send'
  | 'campaign.launch'
  | 'campaign.cancel'
  | 'agenda.create'
  | 'agenda.plan'
  | 'agenda.edit'
  | 'agenda.move'
  | 'agenda.delete'
  | 'calendar.edit';

/** A change is done, or some values are refused; any other failure has already been said. */
export type Outcome<T> = { done: T } | { problems: Problem[] };

/** Does a change, says so with the offer to take it back, and reads again all that is shown. */
export async function change<N extends ChangeCommand>(
  name: N,
  input: CommandInput<N>,
  sentence?: string,
  progress?: Beside['progress'],
): Promise<Outcome<CommandOutput<N>>> {
  try {
    const { output: done } = await callWithFile(name, input, progress && { progress });
    await readAgain();
    announce(done, sentence);
    return { done };
  } catch (failure) {
    return { problems: problemsOf(failure) };
  }
}

/** Says a change with the offer to take it back. */
export function announce(done: ChangeDone, sentence?: string): void {
  if (done.change) say(sentence ?? changeDone(done.change), 'done', true);
  else say(nothingDifferent);
}

function problemsOf(failure: unknown): Problem[] {
  const error = failure instanceof EngineFailure ? failure.error : null;
  if (error?.code === 'invalid') return error.problems;
  sayFailure(failure);
  return [];
}

export function sayFailure(failure: unknown): void {
  say(failureSentence(failure instanceof EngineFailure ? failure.code : 'internal'), 'bad');
}

/** Takes the last change back. */
export const undo = () => travel('change.undo', {}, changeUndone);
/** Does again what was taken back. */
export const redo = () => travel('change.redo', {}, changeRedone);
export const undoTo = (seq: number) => travel('change.undo_to', { seq }, changeUndone);
export const redoTo = (seq: number) => travel('change.redo_to', { seq }, changeRedone);

/** Travels in hand: three quick « Annuler » are said in their order, however the screen reads again between them. */
let travelled: Promise<unknown> = Promise.resolve();

async function travel<
  N extends 'change.undo' | 'change.redo' | 'change.undo_to' | 'change.redo_to',
>(name: N, input: CommandInput<N>, sentence: typeof changeUndone): Promise<void> {
  try {
    const { change } = await call(name, input);
    travelled = Promise.allSettled([travelled, readAgain()]);
    await travelled;
    if (change) say(sentence(change));
  } catch (failure) {
    sayFailure(failure);
  }
}
