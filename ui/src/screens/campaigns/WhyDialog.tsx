import { Modal } from '@mantine/core';
import { useState } from 'react';
import { useRead } from '../../live/read';
import { Trouble } from '../../parts/Trouble';
import { WhySheet } from '../../parts/WhySheet';
import { failureSentence } from '../../words/errors';
import { close } from '../../words/shell';
import * as words from '../../words/why';

interface Props {
  /** The recipient and whose name it is. */
  recipient: { ref: string; name: string };
  onClose: () => void;
}

/** Why a recipient of a campaign reacted, or kept silent. */
export function WhyDialog({ recipient, onClose }: Props) {
  const [shown, setShown] = useState(false);
  const found = useRead('recipient.why', { ref: recipient.ref });
  const draws = useRead('replies.draws', {}, { enabled: shown });
  return (
    <Modal
      opened
      onClose={onClose}
      title={words.of(recipient.name)}
      size={640}
      yOffset={50}
      closeButtonProps={{ 'aria-label': close }}
    >
      {found.error && (
        <Trouble
          sentence={failureSentence(found.error.code)}
          onRetry={() => void found.refetch()}
        />
      )}
      {found.data && !found.data.why && <p>{words.nothingKept}</p>}
      {found.data?.why && (
        <WhySheet
          why={found.data.why}
          draws={draws.data}
          shown={shown}
          onShow={() => setShown(true)}
        >
          <p>
            <strong>{words.outcome(found.data)}</strong>
          </p>
        </WhySheet>
      )}
    </Modal>
  );
}
