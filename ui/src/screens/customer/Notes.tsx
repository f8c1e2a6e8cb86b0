import type { CustomerFile } from '../../engine';
import { Cards } from './Cards';

/** The one note of a customer. */
export function Notes({ file }: { file: CustomerFile }) {
  return <Cards file={file} entity="note" records={file.note ? [file.note] : []} />;
}
