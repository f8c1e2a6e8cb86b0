import { useRead } from '../../live/read';
import { AttachForm } from './AttachForm';
import type { Acting } from './acts';
import { ConvertForm } from './ConvertForm';
import { LoseForm } from './LoseForm';
import { ReplyForm } from './ReplyForm';

/** The form of what is being done with a lead. */
export function ActForm({ acting, onClose }: { acting: Acting; onClose: () => void }) {
  const file = useRead('lead.open', { ref: acting.ref }).data;
  if (!file) return null;
  switch (acting.what) {
    case 'reply':
      return <ReplyForm file={file} onClose={onClose} />;
    case 'attach':
      return <AttachForm file={file} start={file.candidates[0]?.ref ?? ''} onClose={onClose} />;
    case 'convert':
      return <ConvertForm file={file} onClose={onClose} />;
    case 'lose':
      return <LoseForm file={file} onClose={onClose} />;
  }
}
