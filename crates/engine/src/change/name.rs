//! What a change is called: the words a person reads belong to the screens, the codes are here.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::{Deserialize, Serialize};

macro_rules! names {
    ($($name:ident => $code:literal),+ $(,)?) => {
        /// The name of a change, as it is kept and sent.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(test, derive(ts_rs::TS))]
        #[serde(rename_all = "snake_case")]
        #[allow(missing_docs)]
        pub(crate) enum ChangeName { $($name),+ }

        impl ChangeName {
            pub(crate) fn code(self) -> &'static str {
                match self { $(Self::$name => $code),+ }
            }

            fn of_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

names! {
    CustomerCreate => "customer_create",
    RecordCreate => "record_create",
    RecordEdit => "record_edit",
    RecordDelete => "record_delete",
    BulkEdit => "bulk_edit",
    InvoiceCreate => "invoice_create",
    FollowUpDone => "follow_up_done",
    ActivityLog => "activity_log",
    ConsentSet => "consent_set",
    LeadReply => "lead_reply",
    LeadAttach => "lead_attach",
    LeadConvert => "lead_convert",
    LeadLose => "lead_lose",
    LeadMove => "lead_move",
    Reset => "reset",
    TimePassed => "time_passed",
    TimeAdvance => "time_advance",
    WorkbookImport => "workbook_import",
    BaseImport => "base_import",
    BaseRestore => "base_restore",
    WorkResumed => "work_resumed",
    CustomersMerge => "customers_merge",
    DuplicateDecide => "duplicate_decide",
    CustomFieldCreate => "custom_field_create",
    CustomFieldEdit => "custom_field_edit",
    CustomFieldDelete => "custom_field_delete",
    CleaningAccept => "cleaning_accept",
    CleaningIgnore => "cleaning_ignore",
    DashboardCreate => "dashboard_create",
    DashboardRename => "dashboard_rename",
    DashboardLock => "dashboard_lock",
    DashboardUnlock => "dashboard_unlock",
    DashboardReset => "dashboard_reset",
    DashboardDelete => "dashboard_delete",
    TileAdd => "tile_add",
    TileEdit => "tile_edit",
    TileMove => "tile_move",
    TileCopy => "tile_copy",
    TileRemove => "tile_remove",
    TargetingSave => "targeting_save",
    TargetingFreeze => "targeting_freeze",
    TemplateSave => "template_save",
    MessageSend => "message_send",
    CampaignLaunch => "campaign_launch",
    CampaignSchedule => "campaign_schedule",
    CampaignCancel => "campaign_cancel",
    InboxHandle => "inbox_handle",
    InboxReopen => "inbox_reopen",
    RepliesRegime => "replies_regime",
    AgendaCreate => "agenda_create",
    AgendaPlan => "agenda_plan",
    AgendaEdit => "agenda_edit",
    AgendaMove => "agenda_move",
    AgendaDelete => "agenda_delete",
    CalendarEdit => "calendar_edit",
}

impl ToSql for ChangeName {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.code().into())
    }
}

impl FromSql for ChangeName {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        Self::of_code(value.as_str()?).ok_or(FromSqlError::InvalidType)
    }
}
