//! How can hospitals be compared fairly? Numbers in, numbers out.
//!
//! This crate has never heard of a hospital's name, a file, a clock or a random number, and must never know them. Every
//! result depends on its input alone and has the same bits natively and in WebAssembly: transcendental functions come
//! from `libm`, nothing is fused, nothing is drawn at random. [`digest::digest`] proves it.
//!
//! # A short course
//!
//! **1. A number is not the truth.** A hospital with 2 deaths among 40 patients has a mortality of 5 %, but so might, by
//! luck, a hospital whose true mortality is 2 % or 15 %. Hence every [`Estimate`] carries an [`Interval`] and the name of
//! its method. Small hospitals have wide intervals; that is information, not a defect.
//!
//! ```
//! use statistics::{Confidence, Proportion, interval::wilson_interval};
//! let deaths = Proportion::new(2.0, 40.0).ok_or("impossible count")?;
//! let estimate = wilson_interval(deaths, Confidence::P95);
//! assert_eq!(format!("{:.3} to {:.3}", estimate.interval.lower, estimate.interval.upper), "0.014 to 0.165");
//! # Ok::<(), &str>(())
//! ```
//!
//! **2. Far from the target is not yet out of the ordinary.** Hospitals differ in ways no case-mix adjustment removes. The
//! funnel ([`funnel::product_funnel`]) measures how much they usually differ (φ, τ²) and flags only what lies beyond
//! chance *and* that. Counts are compared on a scale on which chance has the same size everywhere, with a quarter added so
//! that a small hospital without events is not praised for being small. Lines and dots come from one formula.
//!
//! ```
//! use statistics::{ObservedExpected, funnel::*};
//! let hospitals: Vec<_> = [(12.0, 10.0), (31.0, 33.0), (8.0, 9.5), (70.0, 40.0)]
//!     .iter().filter_map(|&(o, e)| ObservedExpected::new(o, e)).collect();
//! let funnel = product_funnel(Sample::Ratios(&hospitals), Target::Fixed(1.0), Overdispersion::for_hospitals(hospitals.len()))
//!     .ok_or("no hospitals")?;
//! assert_eq!(funnel.rows.iter().map(|row| row.position.class()).collect::<Vec<_>>(), [0, 0, 0, 2]);
//! # Ok::<(), &str>(())
//! ```
//!
//! **3. A sorted list always has a top, even if all are equal.** So a place is a range ([`rank::place_ranges`]): from one
//! more than the number of hospitals that are clearly better, to the number of all less those clearly worse. "Clearly"
//! uses a threshold that grows with the number compared ([`rank::CriticalValue`]), so that all ranges hold at once and a
//! reader may sort and pick. Two hospitals alone need less ([`rank::compare`]): "yes" for a pair and "no" in the national
//! table are both right answers, to different questions. *Cannot be told apart* is neither equal nor good, and it is not
//! transitive: there are no tiers.
//!
//! **4. Sometimes there is nothing to rank.** Rankability ([`reliability::rankability`]) is the share of the visible
//! differences that is not chance. Below one half no places are shown at all.
//!
//! **5. A best guess leans on the others.** If a single number is wanted, [`shrinkage`] draws small hospitals towards the
//! mean. That number is never plotted as the dot, never put into a funnel, and never ranked: ranges of places from
//! shrunken values would be too narrow.
//!
//! **6. What is good depends on who asks.** A composite needs weights, and no weights are right for everybody. A reader's
//! own criteria ([`composite::plausible_places`]) are a *region* of weights; 2,000 draws over weights and chance give
//! plausible places and groups that cannot be told apart. Missing values are not imputed; they count as uncovered weight.
//!
//! **7. Time.** Two years: [`trend::period_change`]; three to eleven: [`trend::weighted_slope`]; twelve points or more:
//! [`trend::control_chart`]. One year too small: [`pooling`]. Whether hospitals grow closer together:
//! [`variation::course_of_variation`].
//!
//! **8. Small numbers are people.** [`disclosure`] hides them, hides what would give them away, attacks its own table, and
//! fails closed.
//!
//! # Which method when
//!
//! | question | default | kept for comparison |
//! |---|---|---|
//! | interval of a proportion | [`interval::wilson_interval`] | [`interval::clopper_pearson_interval`] |
//! | interval of O/E or a rate | [`interval::exact_poisson_interval`] | [`interval::phe_interval`], [`interval::byar_interval`], [`interval::mid_p_interval`], [`interval::vandenbroucke_interval`] |
//! | interval of a mean | [`interval::t_interval`]; only a standard error: [`interval::normal_interval`] | |
//! | directly standardised rate | [`interval::dobson_interval`] | |
//! | difference of two proportions | [`interval::newcombe_interval`] | [`trend::pooled_score_test`] |
//! | ratio of two O/E | [`interval::ratio_of_ratios_interval`] | |
//! | outside the ordinary? | [`funnel::product_funnel`] | [`funnel::multiplicative_funnel`], [`funnel::shmi_funnel`], [`funnel::exact_position_of_ratio`] |
//! | variance between hospitals | [`heterogeneity::tau_squared_paule_mandel`] | [`heterogeneity::tau_squared_dersimonian_laird`], [`heterogeneity::tau_squared_reml`] |
//! | places | [`rank::place_ranges`] with [`rank::CriticalValue::simultaneous`] | [`rank::expected_ranks`], [`rank::place_distribution`] |
//! | a pair, a shortlist | [`rank::compare`], [`rank::shortlist`] | |
//! | may places be shown? | [`reliability::rankability`], [`eligibility`] | |
//! | best single guess | [`shrinkage`] | |
//! | several measures | [`composite::plausible_places`], [`composite::sensitivity`] | [`composite::imputed_composite`], [`composite::cms_stars`] |
//! | variation of care | [`variation::true_spread`] | [`variation::ratio_variation`] |
//!
//! The same table in words for readers, in Japanese and English, is [`methods::METHODS`].
//!
//! # Impossible input
//!
//! [`Proportion`], [`ObservedExpected`], [`Reading`] and [`SampleMean`] refuse what cannot be (n = 0, x > n, a negative
//! count, a standard error of zero, anything that is not a number) when they are made. Methods that take them cannot fail
//! on them. What remains (an empty list, one hospital, an unknown target) is answered with `None` or a value that the
//! documentation of the function states. Nothing panics, and no answer is infinite or not a number.
//!
//! # Scale of things
//!
//! One core, 9,000 hospitals: the whole funnel 0.4 ms, all ranges of places 1 ms, one of them 5 µs, a critical value 0.3
//! ms. A reader's own criteria over 600 hospitals × 20 measures × 2,000 draws: 20 ms. `cargo bench -p statistics`.

pub mod belief;
pub mod composite;
pub mod derived;
pub mod digest;
pub mod disclosure;
pub mod eligibility;
pub mod funnel;
pub mod heterogeneity;
pub mod interval;
pub mod methods;
pub mod pooling;
pub mod rank;
pub mod reliability;
pub mod sample;
pub mod shrinkage;
pub mod special;
pub mod summary;
pub mod trend;
pub mod variation;

pub use belief::Belief;
pub use interval::{Estimate, Interval, IntervalMethod};
pub use sample::{Confidence, Direction, ObservedExpected, Proportion, Reading, SampleMean};
