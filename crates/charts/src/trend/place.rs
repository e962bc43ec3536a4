//! Where does everything in a trend stand?

use i18n::{Locale, whole};

use super::{Trend, TrendHeight};
use crate::breaks::{self, Naming};
use crate::ink::Ink;
use crate::legend::{Sign, legend};
use crate::rows::reason_of;
use crate::scene::{Scene, Stroke};
use crate::series::{beyond, draw_series, reasons};
use crate::sheet::{Faces, Sheet};
use crate::ticks::Scale;
use crate::upright::{self, Upright};
use crate::words;
use crate::years::Years;

pub(super) fn place(trend: &Trend, locale: Locale) -> Scene {
    let faces = Faces::zoomed(1.0);
    let mut sheet = Sheet::new(trend.frame.width(), 1.0);
    let is_standard = trend.height == TrendHeight::Standard;
    if is_standard {
        sheet.heading(&trend.frame, &faces);
    }
    let height = match trend.height {
        TrendHeight::Standard => (trend.frame.width() * 0.42).clamp(190.0, 320.0).round(),
        TrendHeight::Small => 96.0,
    };
    let draft = Upright::plan(&sheet, &trend.axis, height, faces.small);
    let years = Years::new(trend.periods.len(), draft.plot);
    let breaks = breaks::drawn(&trend.breaks, &years);
    let naming = match trend.height {
        TrendHeight::Standard => breaks::naming(&breaks, &years, sheet.right(), faces.small),
        TrendHeight::Small => Naming::Numbers,
    };
    let mut signs = legend_items(trend, &draft.scale, locale);
    if naming == Naming::Numbers {
        signs.extend(breaks::legend_items(&breaks));
    }
    legend(&mut sheet, &signs, faces.small);
    sheet.space(6.0);
    match trend.height {
        TrendHeight::Standard => upright::upper_words(&mut sheet, &trend.axis, &faces, locale),
        TrendHeight::Small => sheet.paragraph(&trend.axis.unit, faces.small, 1),
    }
    let heads = breaks::place_names(&mut sheet, &breaks, (&years, naming), faces.small);
    let upright = Upright::plan(&sheet, &trend.axis, height, faces.small);
    let years = Years::new(trend.periods.len(), upright.plot);
    upright.guides(&mut sheet);
    years.hatch(&mut sheet, &upright, |index| trend.values.get(index).is_none_or(|known| known.reading().is_none()));
    breaks::draw_lines(&mut sheet, &breaks, (&years, &heads), &upright);
    if let Some(national) = &trend.national {
        years.line(&mut sheet, &national.values, &breaks, &upright, (Ink::Quiet, 1.6));
    }
    draw_series(&mut sheet, &trend.values, (&years, &breaks::of_its_own(&breaks)), &upright);
    upright.draw(&mut sheet, faces.small);
    years.draw(&mut sheet, &trend.periods, upright.plot, faces.small);
    sheet.y = upright.plot.bottom + 10.0 + faces.small.line_height();
    if is_standard {
        upright::lower_words(&mut sheet, &trend.axis, &faces, locale);
        sheet.strip(&trend.frame, &faces);
    }
    sheet.into_scene()
}

fn legend_items(trend: &Trend, scale: &Scale, locale: Locale) -> Vec<(Sign, String)> {
    let mut items = vec![(Sign::Dot, trend.own_label.clone())];
    if let Some(national) = &trend.national {
        items.push((Sign::Line(Ink::Quiet, 1.6, Stroke::Solid), national.label.clone()));
    }
    let missing = trend.periods.iter().zip(&trend.values);
    items.extend(reasons(locale, missing.map(|(period, known)| (period.as_str(), reason_of(known, locale)))));
    if trend.values.iter().any(|known| known.reading().is_none()) {
        items.push((Sign::Nothing, words::missing_is_not_bad(locale).to_owned()));
    }
    let beyond = beyond(&trend.values, scale);
    if beyond > 0 {
        items.push((Sign::Chevron, words::points_off_scale(locale, &whole(beyond))));
    }
    items
}
