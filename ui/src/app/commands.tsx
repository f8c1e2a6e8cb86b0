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
  IconSend,
  IconTarget,
  IconUserPlus,
} from '../parts/icons';
import { goFields } from '../words/addedFields';
import { create as newCampaign } from '../words/campaigns';
import { changePhrase, redoLabel, undoLabel } from '../words/changes';
import * as listWords from '../words/lists';
import * as words from '../words/shell';
import { create as newTargeting } from '../words/targeting';
import { holdsWords, plain } from '../words/typed';
import { fr } from '../words/typography';
import { sections } from './navigation';

export interface PaletteCommand {
  id: string;
  label: string;
  icon: ReactNode;
  keys?: string;
  /** What the navigation calls it: typed whole, it is what one wants, whoever has a like name. */
  named?: string;
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
    {
      id: 'campaign',
      label: newCampaign,
      icon: <IconSend size={size} aria-hidden />,
      run: () => go('/campagnes/nouvelle'),
    },
    {
      id: 'targeting',
      label: newTargeting,
      icon: <IconTarget size={size} aria-hidden />,
      run: () => go('/ciblage/nouveau'),
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
      .map(({ to, label: named, go: label, icon }) => ({
        id: to,
        label,
        named,
        icon: icon(size),
        run: () => go(to),
      })),
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

/** Those whose words are typed, by what they say or by the name of where they lead; the one that is named whole is first. */
export function commandsFor(commands: PaletteCommand[], typed: string): PaletteCommand[] {
  return commands
    .filter(({ label, named = '' }) => holdsWords(`${label} ${named}`, typed))
    .sort((one, other) => Number(isNamed(other, typed)) - Number(isNamed(one, typed)));
}

/** Whether a command is named by all that is typed. */
export function isNamed({ named }: PaletteCommand, typed: string): boolean {
  return named !== undefined && plain(named) === plain(typed);
}
