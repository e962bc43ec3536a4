//! How is a number kept from travelling without its caveats?
//!
//! Views take [`Disclosed<T>`]; only the `reports` crate makes one, with the [`Seal`] that no other crate may name
//! (`cargo xtask tidy` checks it).

use crate::caveats::{Caveat, Element};

/// The permission to disclose. Only `reports` may ask for it.
#[derive(Debug)]
pub struct Seal(());

impl Seal {
    /// To be called by the crate `reports` and by nobody else.
    pub const fn of_reports() -> Self {
        Self(())
    }
}

/// A figure together with everything that has to be said about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Disclosed<T> {
    figure: T,
    caveats: Vec<&'static Caveat>,
}

impl<T> Disclosed<T> {
    /// Joins a figure and its caveats, which are put in display order (the most specific first). Where a caveat takes the places
    /// away, none says how rough they are.
    pub fn new(_seal: &Seal, figure: T, mut caveats: Vec<&'static Caveat>) -> Self {
        caveats.sort_by_key(|c| c.position());
        caveats.dedup_by_key(|c| c.id);
        if caveats.iter().any(|c| c.removes(Element::Rank)) {
            caveats.retain(|c| c.id != "MODERATE_RANKABILITY");
        }
        Self { figure, caveats }
    }

    /// The figure. Whoever shows it shows [`Disclosed::caveats`] with it.
    pub const fn figure(&self) -> &T {
        &self.figure
    }

    /// Everything to be said about it, the most specific first.
    pub fn caveats(&self) -> &[&'static Caveat] {
        &self.caveats
    }

    /// The one line that stands beside the value: the most specific caveat that `said_already` does not hold (R14).
    pub fn line(&self, said_already: &[&'static Caveat]) -> Option<&'static Caveat> {
        self.caveats.iter().copied().find(|c| !said_already.iter().any(|s| s.id == c.id))
    }

    /// Another figure made from this one, under the same caveats.
    pub fn map<U>(self, to: impl FnOnce(T) -> U) -> Disclosed<U> {
        Disclosed { figure: to(self.figure), caveats: self.caveats }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::caveats::CAVEATS;

    #[test]
    fn places_that_cannot_be_told_are_not_called_rough() {
        let said = |ids: &[&str]| {
            let caveats = CAVEATS.iter().copied().filter(|caveat| ids.contains(&caveat.id)).collect();
            let disclosed = Disclosed::new(&Seal::of_reports(), (), caveats);
            disclosed.caveats().iter().map(|caveat| caveat.id).collect::<Vec<_>>()
        };
        assert_eq!(said(&["MODERATE_RANKABILITY", "WIDE_INTERVAL"]), ["WIDE_INTERVAL"]);
        assert_eq!(said(&["MODERATE_RANKABILITY", "NOT_RISK_ADJUSTED"]), ["NOT_RISK_ADJUSTED"]);
        assert_eq!(said(&["MODERATE_RANKABILITY"]), ["MODERATE_RANKABILITY"]);
    }
}
