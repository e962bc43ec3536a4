//! Where does a chart live, in each of its forms? Addresses of drawings are made here and nowhere else.

use super::links::{Here, Origin, Place, with_query};
use domain::view_spec::{Chart, Key, Shape, ViewSpec};
use i18n::Locale;

/// In which form a drawing is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// A document to stand in a frame.
    Html,
    /// The drawing.
    Svg,
    /// An image.
    Png,
    /// The values for a spreadsheet: marked as UTF-8, and without formulas.
    Excel,
    /// The values.
    Csv,
    /// Drawing in words, and the values.
    Json,
}

impl Ending {
    /// All of them; an ending stands before one that it ends with itself.
    pub const ALL: [Self; 6] = [Self::Html, Self::Svg, Self::Png, Self::Excel, Self::Csv, Self::Json];

    /// What stands behind the name of the chart.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Html => "",
            Self::Svg => ".svg",
            Self::Png => ".png",
            Self::Excel => ".excel.csv",
            Self::Csv => ".csv",
            Self::Json => ".json",
        }
    }

    /// The looks that have an effect on it.
    pub const fn looks(self) -> &'static [Key] {
        match self {
            Self::Html => &[Key::Theme, Key::Width],
            Self::Svg => &[Key::Theme, Key::Width, Key::Height, Key::Shape, Key::Millimetres],
            Self::Png => &[Key::Theme, Key::Width, Key::Height, Key::Scale, Key::Shape, Key::Millimetres],
            Self::Excel | Self::Csv | Self::Json => &[],
        }
    }

    /// All parameters of the address of a chart in this form.
    pub fn keys(self, chart: Chart) -> Vec<Key> {
        let takes = |key: &Key| chart.question().contains(key) || self.looks().contains(key);
        chart.keys().into_iter().filter(takes).collect()
    }

    /// What a program calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Html => "a frame",
            _ => self.as_str(),
        }
    }

    /// Reads `funnel.svg`; the chart's name and the form.
    pub fn split(file: &str) -> (&str, Self) {
        let ending = Self::ALL.into_iter().skip(1).find(|ending| file.ends_with(ending.as_str()));
        ending.map_or((file, Self::Html), |ending| (&file[..file.len() - ending.as_str().len()], ending))
    }
}

/// A look that settles the size of a drawing, so that others have no effect beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// The look.
    pub by: Key,
    /// Those without effect.
    pub idle: &'static [Key],
}

impl Settled {
    /// What settles the size, where anything does.
    pub fn of(view: &ViewSpec) -> Option<Self> {
        let on_paper: &[Key] = &[Key::Width, Key::Height, Key::Scale];
        match (view.shape, view.millimetres) {
            (Some(Shape::Preview | Shape::Square), _) => {
                Some(Self { by: Key::Shape, idle: &[Key::Width, Key::Height, Key::Millimetres] })
            }
            (Some(Shape::Print), None) => Some(Self { by: Key::Shape, idle: on_paper }),
            (_, Some(_)) => Some(Self { by: Key::Millimetres, idle: on_paper }),
            (None, None) => None,
        }
    }
}

/// A chart in a language, with its addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawing {
    /// Language.
    pub locale: Locale,
    /// Which chart.
    pub chart: Chart,
}

impl Drawing {
    /// The address of one of its forms; parameters that it does not take, and looks without effect, are left out.
    pub fn file(&self, ending: Ending, view: &ViewSpec) -> String {
        let path = format!("/embed/{}/{}{}", self.locale, self.chart, ending.as_str());
        let mut keys = ending.keys(self.chart);
        if let Some(settled) = Settled::of(&view.of_keys(&keys)) {
            keys.retain(|key| !settled.idle.contains(key));
        }
        with_query(&path, &view.to_query_of(&keys))
    }

    /// The page that tells more.
    pub fn page(&self, view: &ViewSpec) -> String {
        if self.chart == Chart::Compare {
            let measures = view.measure.clone().into_iter().collect();
            return Place::Compare.href(self.locale, &ViewSpec { measures, ..view.clone() });
        }
        let place = match (&view.measure, &view.hospital) {
            (Some(measure), Some(hospital)) if self.chart.needs_hospital() => {
                return format!("{}#{measure}", Place::Hospital(hospital.clone()).href(self.locale, view));
            }
            (Some(measure), _) => Place::Measure(measure.clone()),
            (None, _) => Place::Measures,
        };
        place.href(self.locale, view)
    }

    /// Where its snippet is told to programs.
    pub fn oembed(&self, origin: &Origin, view: &ViewSpec) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("url", &origin.absolute(&self.file(Ending::Html, view)));
        query.append_pair("format", "json");
        format!("/oembed?{}", query.finish())
    }

    /// The page on which it is fitted to another site; a part of the hospitals is asked only of a chart that shows a part.
    pub fn builder(&self, view: &ViewSpec) -> String {
        let takes = |key: Key| self.chart.question().contains(&key);
        let view = ViewSpec {
            chart: Some(self.chart),
            region: view.region.clone().filter(|_| takes(Key::Region)),
            peer_group: view.peer_group.filter(|_| takes(Key::PeerGroup)),
            hospitals: if takes(Key::Hospitals) { view.hospitals.clone() } else { Vec::new() },
            ..view.clone()
        };
        Place::Charts.href(self.locale, &view)
    }
}

/// The chart that is meant where none is named.
pub fn with_chart(view: &ViewSpec) -> ViewSpec {
    let usual = match (view.hospitals.is_empty(), &view.hospital) {
        (false, _) => Chart::Compare,
        (true, Some(_)) => Chart::Ruler,
        (true, None) => Chart::Funnel,
    };
    ViewSpec { chart: Some(view.chart.unwrap_or(usual)), ..view.clone() }
}

/// The parameters of [`preview_image`].
pub const PREVIEW_KEYS: &[Key] = &[
    Key::Release,
    Key::Hospitals,
    Key::Measure,
    Key::Hospital,
    Key::Period,
    Key::Region,
    Key::PeerGroup,
    Key::Stratum,
    Key::Chart,
];

/// Where the picture is that a link preview of this page shows: of its measure, of its hospital, of its comparison, or of the
/// site.
pub fn preview_image(here: &Here) -> String {
    let mut view = here.view.clone();
    match &here.place {
        Some(Place::Measure(id)) => view.measure = Some(id.clone()),
        Some(Place::Hospital(id)) => view.hospital = Some(id.clone()),
        Some(Place::Charts | Place::Compare) => {}
        _ => view = ViewSpec { release: view.release, ..ViewSpec::default() },
    }
    with_query(&format!("/embed/{}/preview.png", here.locale), &view.to_query_of(PREVIEW_KEYS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_takes_the_parameters_of_its_form_and_no_others() {
        let view = ViewSpec::parse_query("release=r1&measure=m&region=JP-15&w=400&theme=dark", Place::Charts.keys());
        let (funnel, view) = (Drawing { locale: Locale::Ja, chart: Chart::Funnel }, view.unwrap());
        assert_eq!(funnel.file(Ending::Png, &view), "/embed/ja/funnel.png?release=r1&measure=m&theme=dark&w=400");
        assert_eq!(funnel.file(Ending::Csv, &view), "/embed/ja/funnel.csv?release=r1&measure=m");
        assert_eq!(funnel.page(&view), "/ja/measures/m?release=r1&region=JP-15");
        let print = ViewSpec { shape: Some(Shape::Print), scale: Some(2), ..view.clone() };
        assert_eq!(funnel.file(Ending::Html, &print), "/embed/ja/funnel?release=r1&measure=m&theme=dark&w=400");
        assert_eq!(
            funnel.file(Ending::Png, &print),
            "/embed/ja/funnel.png?release=r1&measure=m&theme=dark&preset=print",
            "what has no effect on paper is left out"
        );
        for ending in Ending::ALL {
            assert_eq!(Ending::split(&format!("map{}", ending.as_str())), ("map", ending));
        }
        assert_eq!(Ending::split("map.exe"), ("map.exe", Ending::Html));
    }
}
