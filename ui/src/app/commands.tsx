import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { redo, undo } from '../live/change';
import { listAddress } from '../live/lists';
import { useSession } from '../live/session';
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBuildingPlus,
  IconHelp,
  IconListCheck,
  IconPencilPlus,
  IconUserPlus,
} from '../parts/icons';
import { goFields } from '../words/addedFields';
import { changePhrase, redoLabel, undoLabel } from '../words/changes';
import * as listWords from '../words/lists';
import * as words from '../words/shell';
import { fr } from '../words/typography';
import { sections } from './navigation';

export interface PaletteCommand {
  id: string;
  label: string;
  icon: ReactNode;
  keys?: string;
  run: () => void;
}

/** What can be done from anywhere. */
export function usePaletteCommands(): PaletteCommand[] {
  const [, go] = useLocation();
  const { undo: state } = useSession();
  const size = 18;
  const commands: (PaletteCommand | null)[] = [
    {
      id: 'person',
      label: words.newPerson,
      keys: 'Alt+N',
      icon: <IconUserPlus size={size} aria-hidden />,
      run: () => go('/nouveau/particulier'),
    },
    {
      id: 'company',
      label: words.newCompany,
      icon: <IconBuildingPlus size={size} aria-hidden />,
      run: () => go('/nouveau/societe'),
    },
    state.undo && {
      id: 'undo',
      label: fr(`${undoLabel} : ${changePhrase(state.undo)}`),
      keys: 'Ctrl+Z',
      icon: <IconArrowBackUp size={size} aria-hidden />,
      run: () => void undo(),
    },
    state.redo && {
      id: 'redo',
      label: fr(`${redoLabel} : ${changePhrase(state.redo)}`),
      keys: 'Ctrl+Y',
      icon: <IconArrowForwardUp size={size} aria-hidden />,
      run: () => void redo(),
    },
    ...sections
      .flatMap(({ destinations }) => destinations)
      .map(({ to, go: label, icon }) => ({ id: to, label, icon: icon(size), run: () => go(to) })),
    {
      id: 'fields',
      label: goFields,
      icon: <IconPencilPlus size={size} aria-hidden />,
      run: () => go('/champs'),
    },
    {
      id: 'help',
      label: words.goHelp,
      icon: <IconHelp size={size} aria-hidden />,
      run: () => go('/aide'),
    },
    {
      id: 'about',
      label: words.goAbout,
      icon: <IconHelp size={size} aria-hidden />,
      run: () => go('/a-propos'),
    },
    {
      id: 'contacts',
      label: listWords.goList('contact'),
      icon: <IconListCheck size={size} aria-hidden />,
      run: () => go(listAddress('contact')),
    },
  ];
  return commands.filter((command) => command !== null);
}

export { holdsWords as matchesCommand } from '../words/typed';
