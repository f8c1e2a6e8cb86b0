import { Button } from '@mantine/core';
import { lazy } from 'react';
import { Link, Route, Switch } from 'wouter';
import {
  campaignStartIn,
  entityOf,
  extensible,
  filtersIn,
  listed,
  narrowingIn,
} from '../live/lists';
import { Empty } from '../parts/Trouble';
import { IconInbox } from '../parts/icons';
import { HomeScreen } from '../screens/home/HomeScreen';
import * as words from '../words/shell';

const CampaignsScreen = lazy(() => import('../screens/campaigns/CampaignsScreen'));
const CampaignScreen = lazy(() => import('../screens/campaigns/CampaignScreen'));
const WizardScreen = lazy(() => import('../screens/campaigns/WizardScreen'));
const WriteScreen = lazy(() => import('../screens/campaigns/WriteScreen'));
const TemplatesScreen = lazy(() => import('../screens/campaigns/TemplatesScreen'));
const LettersScreen = lazy(() => import('../screens/campaigns/LettersScreen'));
const TargetingsScreen = lazy(() => import('../screens/targeting/TargetingsScreen'));
const TargetingScreen = lazy(() => import('../screens/targeting/TargetingScreen'));
const ListScreen = lazy(() => import('../screens/list/ListScreen'));
const ValuesScreen = lazy(() => import('../screens/list/ValuesScreen'));
const CustomerScreen = lazy(() => import('../screens/customer/CustomerScreen'));
const InvoiceSheet = lazy(() => import('../screens/customer/InvoiceSheet'));
const CreateScreen = lazy(() => import('../screens/create/CreateScreen'));
const LeadsScreen = lazy(() => import('../screens/leads/LeadsScreen'));
const CleaningScreen = lazy(() => import('../screens/cleaning/CleaningScreen'));
const FillScreen = lazy(() => import('../screens/fill/FillScreen'));
const DoublesScreen = lazy(() => import('../screens/doubles/DoublesScreen'));
const MergeScreen = lazy(() => import('../screens/merge/MergeScreen'));
const FieldsScreen = lazy(() => import('../screens/fields/FieldsScreen'));
const DashboardsScreen = lazy(() => import('../screens/dashboards/DashboardsScreen'));
const DataScreen = lazy(() => import('../screens/data/DataScreen'));
const HelpScreen = lazy(() => import('../screens/help/HelpScreen'));
const AboutScreen = lazy(() => import('../screens/about/AboutScreen'));

/** The screen that the address names. */
export function Screens() {
  return (
    <Switch>
      <Route path="/" component={HomeScreen} />
      <Route path="/clients">
        <ListScreen key="clients" entity="customer" start={[]} />
      </Route>
      <Route path="/liste/:slug/:filters?">
        {({ slug, filters }) => (
          <ListScreen
            key={`${slug}/${filters ?? ''}`}
            entity={entityOf(slug) ?? 'customer'}
            start={filtersIn(filters ?? null)}
            narrowing={narrowingIn(filters ?? null)}
          />
        )}
      </Route>
      <Route path="/valeurs/:entity?/:field?">
        {({ entity, field }) => (
          <ValuesScreen
            key={`${entity ?? ''}/${field ?? ''}`}
            entity={listed.find((known) => known === entity) ?? 'customer'}
            field={field ?? null}
          />
        )}
      </Route>
      <Route path="/clients/:ref/factures/:invoice">
        {({ ref, invoice }) => <InvoiceSheet reference={ref} invoice={invoice} />}
      </Route>
      <Route path="/clients/:ref/:part?">
        {({ ref, part }) => <CustomerScreen key={ref} reference={ref} part={part ?? null} />}
      </Route>
      <Route path="/nouveau/particulier">
        <CreateScreen key="person" kind="person" />
      </Route>
      <Route path="/nouveau/societe">
        <CreateScreen key="company" kind="company" />
      </Route>
      <Route path="/leads/:ref?">{({ ref }) => <LeadsScreen reference={ref ?? null} />}</Route>
      <Route path="/doublons/:ref?">
        {({ ref }) => <DoublesScreen key={ref ?? ''} customer={ref ?? null} />}
      </Route>
      <Route path="/nettoyage/:check?">
        {({ check }) => <CleaningScreen check={check ?? null} />}
      </Route>
      <Route path="/remplir/:entity/:field/:check?">
        {({ entity, field, check }) => (
          <FillScreen
            key={`${entity}/${field}`}
            entity={listed.find((known) => known === entity) ?? 'customer'}
            field={field}
            check={check ?? null}
          />
        )}
      </Route>
      <Route path="/fusion/:refs">
        {({ refs }) => <MergeScreen key={refs} references={refs.split('+')} />}
      </Route>
      <Route path="/champs/:entity?/:back?">
        {({ entity, back }) => (
          <FieldsScreen
            adding={extensible.find((known) => known === entity) ?? null}
            toList={back !== undefined}
          />
        )}
      </Route>
      <Route path="/campagnes" component={CampaignsScreen} />
      <Route path="/campagnes/nouvelle/:start?">
        {({ start }) => <WizardScreen key={start ?? ''} start={campaignStartIn(start ?? null)} />}
      </Route>
      <Route path="/campagnes/:ref/courriers">
        {({ ref }) => <LettersScreen reference={ref} back={`/campagnes/${ref}`} />}
      </Route>
      <Route path="/campagnes/:ref">
        {({ ref }) => <CampaignScreen key={ref} reference={ref} />}
      </Route>
      <Route path="/modeles" component={TemplatesScreen} />
      <Route path="/ecrire/:ref/:channel?">
        {({ ref, channel }) => (
          <WriteScreen key={`${ref}/${channel ?? ''}`} reference={ref} channel={channel ?? null} />
        )}
      </Route>
      <Route path="/courrier/:ref/:customer">
        {({ ref, customer }) => <LettersScreen reference={ref} back={`/clients/${customer}`} />}
      </Route>
      <Route path="/ciblage" component={TargetingsScreen} />
      <Route path="/ciblage/nouveau/:tree?">
        {({ tree }) => (
          <TargetingScreen key={tree ?? 'new'} begun={narrowingIn(tree ?? null)?.target ?? null} />
        )}
      </Route>
      <Route path="/ciblage/modele/:key">
        {({ key }) => <TargetingScreen key={key} model={key} />}
      </Route>
      <Route path="/ciblage/:ref">
        {({ ref }) => <TargetingScreen key={ref} reference={ref} />}
      </Route>
      <Route path="/tableaux/:name?">
        {({ name }) => <DashboardsScreen name={name ? decodeURIComponent(name) : null} />}
      </Route>
      <Route path="/tuile-de-ciblage/:tree">
        {({ tree }) => <DashboardsScreen key={tree} name={null} narrowing={narrowingIn(tree)} />}
      </Route>
      <Route path="/donnees" component={DataScreen} />
      <Route path="/aide/:topic?">{({ topic }) => <HelpScreen topic={topic ?? null} />}</Route>
      <Route path="/a-propos" component={AboutScreen} />
      <Route>
        <Empty
          icon={<IconInbox size={28} aria-hidden />}
          page
          title={words.notFoundPage}
          action={<BackHome />}
        />
      </Route>
    </Switch>
  );
}

function BackHome() {
  return (
    <Button component={Link} href="/">
      {words.backHome}
    </Button>
  );
}
