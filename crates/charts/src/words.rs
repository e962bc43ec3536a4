//! Which words does a drawing add of its own? Only those of scales, signs and tables; the rest comes with the data.

use i18n::text;

text! {
    /// At the end of a scale that is better.
    pub(crate) fn better_direction { ja: "よい方向", en: "better" }
    /// Behind the name of a value that lies beyond the scale.
    pub(crate) fn off_scale { ja: "目盛りの外", en: "off the scale" }
    /// Beside the reason of a missing value (R8).
    pub(crate) fn missing_is_not_bad { ja: "悪いという意味ではありません", en: "this does not mean it is bad" }
    /// Explains hatching (R8).
    pub(crate) fn hatched_is_not_bad {
        ja: "斜線は数値がないもの（悪いという意味ではありません）",
        en: "Hatched: no figure (this does not mean it is bad)",
    }
    /// Explains the grey ground of an array of people.
    pub(crate) fn ends_in_zone {
        ja: "本当の人数は、この灰色のどこかまでと考えられます",
        en: "The true number probably ends somewhere in this grey",
    }
    /// Stands for a reason nobody gave.
    pub(crate) fn no_figure { ja: "数値がありません", en: "No figure" }
    /// Describes the ends of a scale.
    pub(crate) fn scale_runs(low: &str, high: &str, unit: &str) {
        ja: "目盛りは{low}から{high}まで（{unit}）。",
        en: "The scale runs from {low} to {high} ({unit}).",
    }
    /// Names the range of a field.
    pub(crate) fn from_to(low: &str, high: &str) { ja: "{low}〜{high}", en: "{low} to {high}" }
    /// A column head.
    pub(crate) fn head_what { ja: "項目", en: "What" }
    /// A column head.
    pub(crate) fn head_name { ja: "名前", en: "Name" }
    /// A column head.
    pub(crate) fn head_value { ja: "値", en: "Value" }
    /// A column head.
    pub(crate) fn head_range { ja: "考えられる範囲", en: "Probable range" }
    /// A column head.
    pub(crate) fn head_judgement { ja: "くらべた結果", en: "Comparison" }
    /// A column head.
    pub(crate) fn head_period { ja: "時期", en: "Period" }
    /// A column head.
    pub(crate) fn head_change { ja: "区切り", en: "Break" }
    /// How many points a cloud has.
    pub(crate) fn points_shown(count: &str) { ja: "全部で{count}", en: "{count} in all" }
    /// How many of a group stand in a drawing that does not hold exactly those with a place.
    pub(crate) fn rows_shown(count: &str) { ja: "ここにあるもの：{count}", en: "Shown here: {count}" }
    /// What becomes of points that cannot be seen apart.
    pub(crate) fn coinciding_points {
        ja: "重なって見分けられない点は1つに描き、数にはすべて入れています",
        en: "Points that cannot be seen apart are drawn as one, and all are counted",
    }
    /// A column head, and what a band of places is.
    pub(crate) fn plausible_places { ja: "考えられる順位の幅", en: "Plausible places" }
    /// Explains hatching in a drawing of places (R8).
    pub(crate) fn no_places_is_not_bad {
        ja: "斜線は順位の幅がないもの（悪いという意味ではありません）",
        en: "Hatched: no range of places (this does not mean it is bad)",
    }
    /// How many have no range of places.
    pub(crate) fn without_places(count: &str) {
        ja: "順位の幅がないもの：{count}",
        en: "Without a range of places: {count}",
    }
    /// The scale of places.
    pub(crate) fn place_of(count: &str) { ja: "順位（{count}の中）", en: "Place among {count}" }
    /// Of a group that is too large for the drawing.
    pub(crate) fn not_drawn(count: &str) {
        ja: "ほかに{count}ありますが、ここには描いていません",
        en: "and {count} more that are not drawn here",
    }
    /// Rows that are neither drawn nor in the table.
    pub(crate) fn left_out(count: &str) { ja: "ここにないもの：{count}", en: "Not shown here: {count}" }
    /// How many of a kind there are.
    pub(crate) fn how_many(what: &str, count: &str) { ja: "{what}：{count}", en: "{what}: {count}" }
    /// Points beyond the scale.
    pub(crate) fn points_off_scale(count: &str) {
        ja: "目盛りの外にあるもの：{count}",
        en: "Off the scale: {count}",
    }
    /// Of how many there is no point (R8).
    pub(crate) fn not_drawn_without_figure(count: &str) {
        ja: "ほかに数値のないもの：{count}（悪いという意味ではありません）",
        en: "No figure, so no dot: {count} (this does not mean they are bad)",
    }
    /// Rows that a list does not draw.
    pub(crate) fn more_rows(count: &str) { ja: "ほかに{count}あります", en: "and {count} more" }
    /// The extremes of a list.
    pub(crate) fn from_lowest_to_highest(low: &str, high: &str) {
        ja: "値は{low}から{high}まで",
        en: "Values run from {low} to {high}",
    }
    /// The extremes of a list of one.
    pub(crate) fn only_value(value: &str) { ja: "値は1つだけ：{value}", en: "The only value: {value}" }
    /// The extremes of ranges of places.
    pub(crate) fn from_narrowest_to_widest(narrowest: &str, widest: &str) {
        ja: "いちばんせまい幅は{narrowest}、いちばん広い幅は{widest}",
        en: "The narrowest range is {narrowest}, the widest {widest}",
    }
    /// A part of those that are missing, with its reason.
    pub(crate) fn of_these(count: &str, reason: &str) { ja: "うち{count}：{reason}", en: "{count} of these: {reason}" }
    /// How many values are missing.
    pub(crate) fn missing_count(count: &str) { ja: "数値のないもの：{count}", en: "Without a figure: {count}" }
    /// Ends a sentence.
    pub(crate) fn full_stop { ja: "。", en: ". " }
    /// Between a name and what is said of it.
    pub(crate) fn colon { ja: "：", en: ": " }
}

/// Puts sentences together, each with a capital where the language has them; empty ones are left out.
pub(crate) fn sentences(locale: i18n::Locale, parts: &[String]) -> String {
    let stop = full_stop(locale);
    let mut joined = String::new();
    for part in parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()) {
        let part = part.trim_end_matches(['。', '.']);
        let mut letters = part.chars();
        match (locale, letters.next()) {
            (i18n::Locale::En, Some(first)) => {
                joined.extend(first.to_uppercase());
                joined.push_str(letters.as_str());
            }
            _ => joined.push_str(part),
        }
        joined.push_str(stop);
    }
    joined.trim_end().to_owned()
}

/// The ends of a field, with as many digits as they support.
pub(crate) fn reach(locale: i18n::Locale, field: &crate::spec::Field) -> String {
    let decimals = i18n::decimals_supported(field.low, field.high);
    let [low, high] = [field.low, field.high].map(|end| i18n::number(end, decimals));
    from_to(locale, &low, &high)
}

/// `name：what`, or only the name where nothing is said of it.
pub(crate) fn said_of_or_name(locale: i18n::Locale, name: &str, what: &str) -> String {
    if what.is_empty() { name.to_owned() } else { said_of(locale, name, what) }
}

/// `name：what`, or only one of them where the other is empty.
pub(crate) fn said_of(locale: i18n::Locale, name: &str, what: &str) -> String {
    match (name.is_empty(), what.is_empty()) {
        (_, true) => String::new(),
        (true, false) => what.to_owned(),
        (false, false) => format!("{name}{}{what}", colon(locale)),
    }
}
