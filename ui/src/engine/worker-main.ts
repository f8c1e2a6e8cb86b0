/** The worker: a room of the engine with a message at its door. */
import type { Order, Report } from './messages';
import { Room } from './room';
import { loadEngine } from './wasm';

interface WorkerScope {
  postMessage(report: Report, transfer: Transferable[]): void;
  onmessage: ((event: MessageEvent<Order>) => void) | null;
}

const scope = self as unknown as WorkerScope;
const room = new Room(loadEngine, (report) => scope.postMessage(report, moved(report)));

/** A file goes to the page without a copy. */
function moved(report: Report): Transferable[] {
  return report.kind === 'answer' && report.ok && report.file ? [report.file.bytes.buffer] : [];
}

scope.onmessage = ({ data: order }) => {
  if (order.kind !== 'start' || navigator.locks === undefined) return room.receive(order);
  // Held until this worker dies, however it dies: that is how the page knows.
  const held = () => {
    room.receive(order);
    return new Promise(() => undefined);
  };
  navigator.locks.request(order.life, held).catch(() => room.receive(order));
};
