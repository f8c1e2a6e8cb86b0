import { useRef } from 'react';
import { call, type InboxLine } from '../../engine';
import { sayFailure } from '../../live/change';
import { queryClient } from '../../live/client';

/** Reads of which the answer changes when a line is read. */
const SHOWN = new Set(['inbox.list', 'replies.read']);

interface Unread {
  /** Somebody opened these lines, or has just left them. */
  opened: (...lines: (InboxLine | undefined)[]) => void;
  /** Marks a line as unread, or as read again. */
  toggle: (line: InboxLine) => void;
}

/** Read and unread, as in any mail program: what was marked as unread by hand stays so until it is opened again. */
export function useUnread(): Unread {
  const spared = useRef(new Set<number>());

  function mark(ids: number[], read: boolean) {
    call('inbox.mark', { ids, read })
      .then(() =>
        queryClient.invalidateQueries({
          predicate: ({ queryKey }) => SHOWN.has(String(queryKey[0])),
        }),
      )
      .catch(sayFailure);
  }

  return {
    opened(...lines) {
      const ids = lines
        .filter((line) => line !== undefined)
        .filter(({ id, read }) => !read && !spared.current.has(id))
        .map(({ id }) => id);
      if (ids.length > 0) mark(ids, true);
    },
    toggle(line) {
      if (line.read) spared.current.add(line.id);
      else spared.current.delete(line.id);
      mark([line.id], !line.read);
    },
  };
}
