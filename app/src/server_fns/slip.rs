//! How does the reason why a server function has no answer reach the door, which has a status and words for it?

use leptos::prelude::{ServerFnError, use_context};
use reports::ReportError;
use std::sync::{Arc, Mutex, PoisonError};

/// What the door puts into the context of a call, and looks at when the call has ended.
#[derive(Debug, Clone, Default)]
pub struct Slip(Arc<Mutex<Option<ReportError>>>);

impl Slip {
    /// Why there is no answer; nothing where there is one.
    pub fn take(&self) -> Option<ReportError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// Tells the door why, and the function in words without what is only for the log.
pub(super) fn told(error: impl Into<ReportError>) -> ServerFnError {
    let error = error.into();
    let said = error.explanation().en;
    if let Some(Slip(slip)) = use_context() {
        *slip.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
    }
    ServerFnError::new(said)
}
