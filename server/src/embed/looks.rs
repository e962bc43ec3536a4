//! Which look has no effect on the form that is asked for? What is asked for is done, or refused by its name.

use app::site::{Ending, Settled};
use domain::view_spec::{Chart, Key, ViewError, ViewSpec};

/// Reads the query of a chart in one of its forms.
///
/// # Errors
/// [`ViewError`] names a parameter that is unknown, out of range, or without effect here.
pub(super) fn read(query: &str, chart: Chart, ending: Ending) -> Result<ViewSpec, ViewError> {
    let keys = chart.keys();
    let view = ViewSpec::parse_query(query, &keys)?;
    let own = ending.keys(chart);
    let asked = |key: &Key| view.printed(*key).is_some();
    if let Some(key) = keys.iter().find(|key| asked(key) && !own.contains(key)) {
        return Err(of_another_form(*key, ending));
    }
    let settled = Settled::of(&view);
    let idle = settled.and_then(|settled| Some((settled.by, *settled.idle.iter().find(|key| asked(key))?)));
    match idle {
        Some((by, key)) => Err(beside_another(key, by)),
        None => Ok(view),
    }
}

/// Which parameter is to be made smaller where an image has too many pixels.
pub(super) fn largest(view: &ViewSpec) -> Key {
    let asked = [Key::Millimetres, Key::Scale, Key::Height, Key::Width];
    let asked =
        asked.into_iter().find(|key| view.printed(*key).is_some() && (*key != Key::Scale || view.scale > Some(1)));
    asked.unwrap_or(if view.shape.is_some() { Key::Shape } else { Key::Width })
}

fn of_another_form(key: Key, ending: Ending) -> ViewError {
    let forms: Vec<&str> =
        Ending::ALL.iter().filter(|form| form.looks().contains(&key)).map(|form| form.name()).collect();
    let forms_ja = forms.join("、").replace(Ending::Html.name(), "埋め込み");
    let here = if ending == Ending::Html { "埋め込み" } else { ending.name() };
    ViewError {
        parameter: key.parameter().to_owned(),
        detail: format!("has no effect on {}; it is understood by: {}", ending.name(), forms.join(", ")),
        detail_ja: format!("{here}では効きません。使える形式：{forms_ja}"),
    }
}

fn beside_another(key: Key, by: Key) -> ViewError {
    let by = by.parameter();
    ViewError {
        parameter: key.parameter().to_owned(),
        detail: format!("has no effect beside \"{by}\", which settles the size; leave one of the two out"),
        detail_ja: format!("「{by}」で大きさが決まるため効きません。どちらか一つにしてください"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(query: &str, ending: Ending) -> String {
        read(query, Chart::Funnel, ending).map_or_else(|error| error.parameter, |_| "nothing".to_owned())
    }

    #[test]
    fn a_look_without_effect_is_named_with_the_forms_that_have_it() {
        assert_eq!(refused("measure=a&scale=2", Ending::Svg), "scale");
        assert_eq!(refused("measure=a&h=300", Ending::Html), "h");
        assert_eq!(refused("measure=a&theme=dark", Ending::Csv), "theme");
        assert_eq!(refused("measure=a&preset=og&w=400", Ending::Png), "w");
        assert_eq!(refused("measure=a&mm=86&scale=2", Ending::Png), "scale");
        assert_eq!(refused("measure=a&preset=print&mm=86", Ending::Svg), "nothing");
        assert_eq!(refused("measure=a&preset=square&theme=dark", Ending::Svg), "nothing");
        let error = read("scale=2", Chart::Map, Ending::Html).unwrap_err();
        assert!(error.detail.contains(".png") && !error.detail.contains(".svg"), "{}", error.detail);
    }

    #[test]
    fn too_many_pixels_are_laid_at_the_door_of_what_asked_for_them() {
        for (query, key) in [
            ("w=2400", Key::Width),
            ("w=2400&scale=1", Key::Width),
            ("w=2400&scale=4", Key::Scale),
            ("w=2400&h=2400", Key::Height),
            ("mm=420", Key::Millimetres),
            ("preset=print", Key::Shape),
            ("", Key::Width),
        ] {
            assert_eq!(largest(&read(query, Chart::Funnel, Ending::Png).unwrap()), key, "{query}");
        }
    }
}
