import { ActionIcon, Tooltip } from '@mantine/core';
import { useFullscreenDocument } from '@mantine/hooks';
import { IconMaximize, IconMinimize } from '../parts/icons';
import * as words from '../words/shell';

/** The whole screen for a lesson that a platform shows in a small frame; absent where the platform forbids it. */
export function FullScreen() {
  const { fullscreen, toggle } = useFullscreenDocument();
  if (!document.fullscreenEnabled) return null;
  const label = fullscreen ? words.leaveFullScreen : words.fullScreen;
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={34} aria-label={label} onClick={() => void toggle()}>
        {fullscreen ? (
          <IconMinimize size={19} aria-hidden />
        ) : (
          <IconMaximize size={19} aria-hidden />
        )}
      </ActionIcon>
    </Tooltip>
  );
}
