//! What does a row of each table look like? One struct per table, written and read alike; the schema explains the columns.

mod desk;
mod hospital;
mod newest;
mod release;
mod value;
mod variation;

pub use desk::{DecisionRow, LetterRow};
pub use hospital::{
    AreaObservationRow, AreaRow, CareRow, ContextRow, EventRow, HospitalRow, IdentifierRow, MovedRow, SuccessorRow,
};
pub use newest::{NewestSetRow, NewestValueRow, WishFactRow};
pub use release::{ChangeRow, CorrectionRow, FootnoteRow, IssueRow, ReleaseRow, SourceRow};
pub use value::{
    CommentRow, LimitRow, MeasureRow, MeasureVersionRow, ObservationFootnoteRow, ObservationRow, SpreadRow,
};
pub use variation::{AreaValueRow, ImprovedRow, ImprovementRow, ProvisionRow, VariationCourseRow, VariationRow};
