import type { ReactNode } from 'react';
import { listAddress } from '../live/lists';
import {
  IconBrush,
  IconCalendar,
  IconCar,
  IconDatabase,
  IconFileInvoice,
  IconFileText,
  IconHome2,
  IconLayoutDashboard,
  IconListCheck,
  IconMailbox,
  IconPhone,
  IconSend,
  IconTarget,
  IconUserPlus,
  IconUsers,
  IconUsersGroup,
} from '../parts/icons';
import * as campaignWords from '../words/campaigns';
import * as inboxWords from '../words/inbox';
import * as agendaWords from '../words/agenda';
import * as listWords from '../words/lists';
import * as messageWords from '../words/messages';
import * as words from '../words/shell';
import * as targetingWords from '../words/targeting';

/** A screen that is reached from everywhere: by the navigation and by Ctrl+K. */
export interface Destination {
  /** Its address. */
  to: string;
  label: string;
  /** What Ctrl+K calls going there. */
  go: string;
  icon: (size: number) => ReactNode;
  /** Addresses below it are part of it. */
  deep: boolean;
  /** Another address of the same screen. */
  also?: string;
  /** What waits there is counted beside it. */
  counts?: 'replies';
}

/** Destinations under one heading; the first ones have none. */
export interface Section {
  title: string | null;
  destinations: Destination[];
}

/** Where one can go, in the order of a day's work. */
export const sections: Section[] = [
  {
    title: null,
    destinations: [
      {
        to: '/',
        label: words.home,
        go: words.goHome,
        icon: (size) => <IconHome2 size={size} aria-hidden />,
        deep: false,
      },
      {
        to: '/leads',
        also: listAddress('lead'),
        label: listWords.title('lead'),
        go: words.goLeads,
        icon: (size) => <IconUserPlus size={size} aria-hidden />,
        deep: true,
      },
      {
        to: '/agenda',
        label: agendaWords.title,
        go: agendaWords.go,
        icon: (size) => <IconCalendar size={size} aria-hidden />,
        deep: true,
      },
      {
        to: '/boite',
        label: inboxWords.nav,
        go: inboxWords.go,
        icon: (size) => <IconMailbox size={size} aria-hidden />,
        deep: false,
        counts: 'replies',
      },
    ],
  },
  {
    title: words.records,
    destinations: [
      {
        to: '/clients',
        label: words.clients,
        go: words.goClients,
        icon: (size) => <IconUsers size={size} aria-hidden />,
        deep: true,
      },
      {
        to: listAddress('vehicle'),
        label: listWords.title('vehicle'),
        go: listWords.goList('vehicle'),
        icon: (size) => <IconCar size={size} aria-hidden />,
        deep: true,
      },
      {
        to: listAddress('invoice'),
        label: listWords.title('invoice'),
        go: listWords.goList('invoice'),
        icon: (size) => <IconFileInvoice size={size} aria-hidden />,
        deep: true,
      },
      {
        to: listAddress('activity'),
        label: listWords.title('activity'),
        go: listWords.goList('activity'),
        icon: (size) => <IconPhone size={size} aria-hidden />,
        deep: true,
      },
    ],
  },
  {
    title: campaignWords.section,
    destinations: [
      {
        to: '/campagnes',
        label: campaignWords.title,
        go: campaignWords.go,
        icon: (size) => <IconSend size={size} aria-hidden />,
        deep: true,
      },
      {
        to: '/modeles',
        label: messageWords.templatesTitle,
        go: messageWords.templatesGo,
        icon: (size) => <IconFileText size={size} aria-hidden />,
        deep: true,
      },
    ],
  },
  {
    title: words.analysis,
    destinations: [
      {
        to: '/ciblage',
        label: targetingWords.nav,
        go: targetingWords.go,
        icon: (size) => <IconTarget size={size} aria-hidden />,
        deep: true,
      },
      {
        to: '/tableaux',
        label: words.dashboards,
        go: words.goDashboards,
        icon: (size) => <IconLayoutDashboard size={size} aria-hidden />,
        deep: true,
      },
    ],
  },
  {
    title: words.quality,
    destinations: [
      {
        to: '/valeurs',
        label: listWords.valuesTitle,
        go: listWords.goValues,
        icon: (size) => <IconListCheck size={size} aria-hidden />,
        deep: true,
      },
      {
        to: '/doublons',
        label: words.doubles,
        go: words.goDoubles,
        icon: (size) => <IconUsersGroup size={size} aria-hidden />,
        deep: true,
      },
      {
        to: '/nettoyage',
        label: words.cleaning,
        go: words.goCleaning,
        icon: (size) => <IconBrush size={size} aria-hidden />,
        deep: true,
      },
    ],
  },
  {
    title: words.base,
    destinations: [
      {
        to: '/donnees',
        label: words.data,
        go: words.goData,
        icon: (size) => <IconDatabase size={size} aria-hidden />,
        deep: false,
      },
    ],
  },
];
