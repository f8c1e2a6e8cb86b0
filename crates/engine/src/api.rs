//! The table of commands, one line each: read or change, name, verb, input, output.

use crate::error::ApiError;
use crate::reader::Writer;
use crate::{
    activities, after_sales, agenda, bulk, campaigns, change, cleaning, clock, consents, custom_fields,
    customers, dashboards, duplicates, excel, fields, invoices, leads, lists, messages, places, records,
    replies, search, session, targeting, transverse,
};

macro_rules! commands {
    ($($mode:ident $name:literal $verb:path: $input:ty => $output:ty;)+) => {
        /// Runs a command: JSON text in, JSON text out.
        pub(crate) fn dispatch(name: &str, input: &str, writer: &mut Writer) -> Result<String, ApiError> {
            match name {
                $($name => {
                    let input: $input = understand(input)?;
                    let output: $output = commands!(@run $mode $verb, input, writer)?;
                    express(&output)
                })+
                _ => Err(ApiError::UnknownCommand { name: name.to_owned() }),
            }
        }

        /// Every command by name, and whether it only reads.
        pub const COMMANDS: &[(&str, bool)] = &[$(($name, commands!(@reads $mode))),+];

        #[cfg(test)]
        pub(crate) fn types(config: &ts_rs::Config) -> Vec<(&'static str, String, String)> {
            use ts_rs::TS;
            vec![$(($name, <$input>::name(config), <$output>::name(config))),+]
        }

        #[cfg(test)]
        pub(crate) fn declarations(config: &ts_rs::Config) -> std::collections::BTreeMap<String, String> {
            let mut found = crate::types_test::Declarations::new(config);
            $(found.add::<$input>(); found.add::<$output>();)+
            found.add::<ApiError>();
            found.done()
        }
    };
    (@run read $verb:path, $input:expr, $writer:expr) => { $writer.reader.store.reading(|| $verb(&$writer.reader, $input)) };
    (@run change $verb:path, $input:expr, $writer:expr) => { $verb($writer, $input) };
    (@reads read) => { true };
    (@reads change) => { false };
}

commands! {
    read   "session.state"       session::state:             change::Nothing            => session::SessionState;
    change "session.identify"    session::identify:          session::Identify          => change::Nothing;
    read   "preference.read"     session::read_preference:   session::PreferenceRead    => session::PreferenceValue;
    change "preference.write"    session::write_preference:  session::PreferenceWrite   => change::Nothing;
    read   "catalogue.read"      fields::read:               fields::CatalogueRead      => fields::CatalogueView;
    read   "custom_field.list"   custom_fields::list:        change::Nothing            => custom_fields::CustomFields;
    change "custom_field.create" custom_fields::create:      custom_fields::CustomFieldCreate => custom_fields::CustomFieldCreated;
    change "custom_field.edit"   custom_fields::edit:        custom_fields::CustomFieldEdit => custom_fields::CustomFieldEdited;
    change "custom_field.delete" custom_fields::delete:      custom_fields::CustomFieldDelete => custom_fields::CustomFieldDeleted;
    read   "home.read"           activities::home:           activities::HomeRead       => activities::HomeView;
    change "follow_up.done"      activities::follow_up_done: activities::FollowUpDone   => records::Created;
    change "activity.log"        activities::log:            activities::ActivityLog    => records::Created;
    read   "search.find"         search::find:               search::SearchFind         => search::SearchFound;
    read   "list.page"           lists::page:                lists::ListRead            => lists::ListPage;
    read   "list.groups"         lists::groups:              lists::GroupsRead          => lists::ListGroups;
    read   "list.totals"         lists::totals:              lists::TotalsRead          => lists::ListTotals;
    read   "list.target"         lists::as_target:           lists::ListAsTarget        => targeting::Target;
    read   "list.print"          lists::print:               lists::ListPrint           => lists::ListPage;
    read   "table.export"        excel::export_table:        excel::TableExport          => excel::Exported;
    read   "list.export"         excel::export_list:         excel::ListExport          => excel::Exported;
    read   "targeting.vocabulary" targeting::vocabulary:     change::Nothing            => targeting::TargetVocabulary;
    read   "targeting.count"     targeting::count:           targeting::TargetCount     => targeting::TargetCounted;
    read   "targeting.say"       targeting::say:             targeting::TargetSay       => targeting::TargetTold;
    read   "targeting.parse"     targeting::parse:           targeting::TargetParse     => targeting::TargetParsed;
    read   "targeting.ready"     targeting::ready:           change::Nothing            => targeting::TargetsReady;
    read   "targeting.list"      targeting::list:            change::Nothing            => targeting::TargetsSaved;
    read   "targeting.open"      targeting::open:            targeting::TargetOpen      => targeting::TargetOpened;
    read   "targeting.compare"   targeting::compare:         targeting::TargetCompare   => targeting::TargetCompared;
    change "targeting.save"      targeting::save:            targeting::TargetSave      => records::Created;
    change "targeting.duplicate" targeting::duplicate:       targeting::TargetDuplicate => records::Created;
    change "targeting.freeze"    targeting::freeze:          targeting::TargetFreeze    => change::ChangeDone;
    read   "targeting.test"      targeting::test:            targeting::TargetTry       => targeting::TargetTried;
    read   "field.values"        transverse::values:         transverse::ValuesRead     => transverse::FieldValues;
    read   "bulk.preview"        bulk::preview:              bulk::BulkAsked            => bulk::BulkPreview;
    change "bulk.edit"           bulk::edit:                 bulk::BulkAsked            => bulk::BulkDone;
    read   "customer.open"       customers::open:            customers::CustomerOpen    => customers::CustomerFile;
    read   "after_sales.read"    after_sales::read:          after_sales::AfterSalesRead => after_sales::AfterSales;
    read   "consents.read"       consents::read:             consents::ConsentsRead      => consents::Consents;
    change "consent.set"         consents::set:              consents::ConsentSet        => records::Created;
    read   "leads.board"         leads::board:               leads::LeadsRead            => leads::LeadBoard;
    read   "lead.open"           leads::open:                leads::LeadOpen             => leads::LeadFile;
    change "lead.reply"          leads::reply:               leads::LeadReply            => records::Created;
    change "lead.attach"         leads::attach:              leads::LeadAttach           => change::ChangeDone;
    change "lead.convert"        leads::convert:             leads::LeadConvert          => records::Created;
    change "lead.lose"           leads::lose:                leads::LeadLose             => change::ChangeDone;
    change "lead.move"           leads::move_to:             leads::LeadMove             => change::ChangeDone;
    read   "customer.lookalikes" customers::lookalikes:      customers::LookalikesFind  => customers::Lookalikes;
    read   "place.find"          places::find:               places::PlaceFind          => places::Places;
    read   "record.check"        records::check:             records::RecordCheck       => records::RecordChecked;
    change "record.create"       records::create:            records::RecordCreate      => records::Created;
    change "record.edit"         records::edit:              records::RecordEdit        => change::ChangeDone;
    change "record.delete"       records::delete:            records::RecordDelete      => change::ChangeDone;
    change "invoice.create"      invoices::create:           invoices::InvoiceCreate    => invoices::InvoiceCreated;
    read   "change.list"         change::list:               change::ChangeListRead     => change::ChangeList;
    read   "change.history"      change::history:            change::HistoryRead        => change::HistoryView;
    change "change.undo"         change::undo:               change::Nothing            => change::ChangeDone;
    change "change.redo"         change::redo:               change::Nothing            => change::ChangeDone;
    change "change.undo_to"      change::undo_to:            change::UpTo               => change::ChangeDone;
    change "change.redo_to"      change::redo_to:            change::UpTo               => change::ChangeDone;
    change "data.reset"          session::reset:             change::Nothing            => change::ChangeDone;
    change "base.restore"        session::restore_school:    change::Nothing            => change::ChangeDone;
    read   "workbook.export"     excel::export:              excel::ExportAsked         => excel::Exported;
    read   "workbook.preview"    excel::preview:             change::Nothing            => excel::Preview;
    change "workbook.import"     excel::import:              change::Nothing            => excel::Imported;
    read   "duplicates.find"     duplicates::find:           duplicates::DuplicatesFind => duplicates::DuplicatesFound;
    change "duplicates.decide"   duplicates::decide:         duplicates::Decide         => change::ChangeDone;
    read   "merge.preview"       duplicates::preview:        duplicates::MergeAsked     => duplicates::MergePreview;
    change "merge.do"            duplicates::merge:          duplicates::Merge          => duplicates::Merged;
    read   "cleaning.read"       cleaning::read:             change::Nothing            => cleaning::CleaningView;
    read   "cleaning.list"       cleaning::list:             cleaning::CleaningList     => cleaning::CleaningFindings;
    read   "cleaning.preview"    cleaning::preview:          cleaning::CleaningAccept   => cleaning::CleaningPreview;
    change "cleaning.accept"     cleaning::accept:           cleaning::CleaningAccept   => cleaning::CleaningDone;
    change "cleaning.ignore"     cleaning::ignore:           cleaning::CleaningIgnore   => change::ChangeDone;
    read   "dashboard.list"      dashboards::boards:         dashboards::BoardsRead      => dashboards::Boards;
    read   "dashboard.read"      dashboards::board:          dashboards::BoardRead       => dashboards::BoardView;
    read   "dashboard.answer"    dashboards::answer:         dashboards::QuestionAsked   => dashboards::Answer;
    change "dashboard.create"    dashboards::create:         dashboards::BoardCreate     => change::ChangeDone;
    change "dashboard.rename"    dashboards::rename:         dashboards::BoardRename     => change::ChangeDone;
    change "dashboard.lock"      dashboards::lock:           dashboards::BoardLock       => change::ChangeDone;
    change "dashboard.reset"     dashboards::reset:          dashboards::BoardNamed      => change::ChangeDone;
    change "dashboard.delete"    dashboards::delete:         dashboards::BoardNamed      => change::ChangeDone;
    change "tile.add"            dashboards::add:            dashboards::TileAdd         => records::Created;
    change "tile.edit"           dashboards::edit:           dashboards::TileEdit        => change::ChangeDone;
    change "tile.rename"         dashboards::rename_tile:    dashboards::TileRename      => change::ChangeDone;
    change "tile.copy"           dashboards::copy:           dashboards::TileNamed       => records::Created;
    change "tile.remove"         dashboards::remove:         dashboards::TileNamed       => change::ChangeDone;
    change "tile.place"          dashboards::place:          dashboards::TilesPlace      => change::ChangeDone;
    read   "message.templates"   messages::templates:        change::Nothing             => messages::Templates;
    read   "message.vocabulary"  messages::vocabulary:       change::Nothing             => messages::MessageVocabulary;
    read   "message.check"       messages::check:            messages::MessageCheck      => messages::MessageChecked;
    read   "message.preview"     messages::preview:          messages::MessagePreview    => messages::MessagePreviewed;
    read   "message.missing"     messages::missing:          messages::MissingAsked      => messages::MessageMissing;
    read   "message.letters"     messages::letters:          messages::LettersAsked      => messages::LettersMade;
    change "message.save"        messages::save:             messages::TemplateSave      => records::Created;
    change "message.send"        messages::send:             messages::MessageSend       => messages::MessageSent;
    read   "campaign.gate"       campaigns::gate:            campaigns::CampaignPlan     => campaigns::CampaignGate;
    read   "campaign.excluded"   campaigns::excluded:        campaigns::ExcludedAsked    => campaigns::CampaignExcluded;
    read   "campaign.list"       campaigns::list:            change::Nothing             => campaigns::Campaigns;
    read   "campaign.open"       campaigns::open:            campaigns::CampaignOpen     => campaigns::CampaignFile;
    change "campaign.launch"     campaigns::launch:          campaigns::CampaignLaunch   => campaigns::CampaignLaunched;
    change "campaign.cancel"     campaigns::cancel:          campaigns::CampaignCancel   => change::ChangeDone;
    read   "replies.read"        replies::state:             change::Nothing            => replies::RepliesState;
    read   "replies.draws"       replies::draws:             change::Nothing            => replies::DrawsMark;
    change "replies.regime"      replies::set_regime:        replies::RegimeSet         => change::ChangeDone;
    read   "inbox.list"          replies::list:              replies::InboxRead         => replies::InboxView;
    read   "inbox.open"          replies::open:              replies::InboxOpen         => replies::InboxItem;
    change "inbox.handle"        replies::handle:            replies::InboxHandle       => change::ChangeDone;
    change "inbox.mark"          replies::mark:              replies::InboxMark         => change::Nothing;
    change "inbox.reopen"        replies::reopen:            replies::InboxReopen       => change::ChangeDone;
    read   "recipient.why"       replies::why_of_recipient:  replies::RecipientWhyAsked => replies::RecipientWhy;
    read   "call.outcome"        replies::outcome:           replies::CallAsked         => replies::CallOutcome;
    read   "visit.outcome"       replies::visited:           replies::CallAsked         => replies::CallOutcome;
    read   "agenda.window"       agenda::window:             agenda::AgendaWindow        => agenda::AgendaView;
    read   "agenda.open"         agenda::open:               agenda::AgendaOpen          => agenda::AgendaEvent;
    read   "agenda.check"        agenda::check:              agenda::AgendaDraft         => agenda::AgendaChecked;
    read   "agenda.ics"          agenda::ics:                agenda::AgendaIcs           => agenda::AgendaFile;
    read   "agenda.waiting"      agenda::waiting:            agenda::AgendaWaiting       => agenda::AgendaToPlace;
    change "agenda.create"       agenda::create:             agenda::AgendaCreate        => records::Created;
    change "agenda.plan"         agenda::plan:               agenda::AgendaPlan          => agenda::AgendaPlanned;
    change "agenda.edit"         agenda::edit:               agenda::AgendaEdit          => change::ChangeDone;
    change "agenda.move"         agenda::move_to:            agenda::AgendaMove          => change::ChangeDone;
    change "agenda.delete"       agenda::delete:             agenda::AgendaDelete        => change::ChangeDone;
    read   "calendar.read"       agenda::calendar:           change::Nothing             => agenda::CalendarView;
    change "calendar.edit"       agenda::edit_calendar:      agenda::CalendarEdit        => change::ChangeDone;
    read   "time.read"           clock::read:                change::Nothing            => clock::TimeView;
    change "time.advance"        clock::advance:             clock::TimeAdvance         => clock::Advanced;
}

fn understand<T: serde::de::DeserializeOwned>(input: &str) -> Result<T, ApiError> {
    serde_json::from_str(input).map_err(|error| ApiError::BadRequest {
        detail: error.to_string(),
    })
}

fn express<T: serde::Serialize>(output: &T) -> Result<String, ApiError> {
    serde_json::to_string(output).map_err(|error| ApiError::Internal {
        detail: error.to_string(),
    })
}
