/** The only door from the screens to the engine. */
export {
  call,
  callWithFile,
  type CommandInput,
  type CommandName,
  type CommandOutput,
} from './call';
export {
  connect,
  findDataPlace,
  finishLesson,
  inBrowser,
  quitProgram,
  startAfresh,
  takeOver,
} from './connect';
export { onEngineEvent, type EngineEvent, type EngineListener } from './events';
export type { DataPlace } from './http';
export { EngineFailure, type DoorError, type DoorErrorCode } from './failure';
export type { Beside, FileMade } from './transport';
export type * from './types';
