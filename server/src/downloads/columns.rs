//! What does each column of the table of a measure hold?

/// A column: its name, its kind in the words of Frictionless, and what it holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// Name.
    pub(super) name: &'static str,
    /// Its head for readers of Japanese.
    pub(super) head_ja: &'static str,
    /// `string`, `number`, `integer`, `boolean` or `date`.
    pub(super) kind: &'static str,
    /// What it holds.
    pub(super) holds: &'static str,
}

const fn column(name: &'static str, head_ja: &'static str, kind: &'static str, holds: &'static str) -> Column {
    Column { name, head_ja, kind, holds }
}

/// Every column in its order; a list within a cell is separated by `;`.
pub(super) const COLUMNS: &[Column] = &[
    column("hospital_id", "病院の番号", "string", "Id of the hospital. 病院の番号"),
    column("hospital_name", "病院名", "string", "Name of the hospital. 病院の名前"),
    column("hospital_municipality", "市区町村", "string", "Municipality. 市区町村"),
    column("hospital_region", "都道府県の番号", "string", "Country and region, JP-15. 国と都道府県"),
    column("hospital_peer_group", "役割", "string", "Role of the hospital. 病院の役割"),
    column("period_start", "期間の初日", "date", "First day covered. 期間の最初の日"),
    column("period_end", "期間の末日", "date", "Last day covered. 期間の最後の日"),
    column(
        "pooled",
        "何年分かをあわせた行",
        "boolean",
        "true where consecutive years are put together. 何年分かをあわせた行なら true",
    ),
    column(
        "judged_over_start",
        "判定した期間の初日",
        "date",
        "First day of the years by which the hospital is judged. 判定に使った期間の最初の日",
    ),
    column(
        "judged_over_end",
        "判定した期間の末日",
        "date",
        "Last day of the years by which the hospital is judged. 判定に使った期間の最後の日",
    ),
    column("trend", "年ごとの変化", "string", "What a test over the years says. 年ごとの変化の検定の結果"),
    column("stratum", "患者の区分", "string", "Part of the patients; empty for all. 患者の区分。空は全体"),
    column("status", "値の有無", "string", "reported, or why there is no value. reported、または値がない理由"),
    column("reason_ja", "値がない理由", "string", "Why there is no value, Japanese. 値がない理由（日本語）"),
    column("reason_en", "値がない理由（英語）", "string", "Why there is no value, English. 値がない理由（英語）"),
    column(
        "value",
        "値",
        "number",
        "Proportions from 0 to 1, rates per one unit, ratios observed by expected. 値（割合は0から1）",
    ),
    column("numerator", "件数", "number", "Events. 件数"),
    column(
        "derived",
        "件数は計算したもの",
        "boolean",
        "true where the numerator was worked out from value and denominator. 件数を計算で求めたなら true",
    ),
    column("denominator", "対象の人数", "number", "Patients, or exposure. 対象の人数など"),
    column("expected", "予測される件数", "number", "Expected events. 予測される件数"),
    column("interval_low", "区間の下の端", "number", "Lower end of the 95 % interval. 95%区間の下の端"),
    column("interval_high", "区間の上の端", "number", "Upper end of the 95 % interval. 95%区間の上の端"),
    column("interval_level", "区間の水準", "number", "Level of the interval, 0.95. 区間の水準"),
    column("interval_method", "区間の求め方", "string", "How the interval was made. 区間の求め方"),
    column(
        "limits_kind",
        "公表元の範囲の種類",
        "string",
        "Kinds of limits that the source printed. 公表元が示した範囲の種類",
    ),
    column("limits_lower", "公表元の範囲の下の端", "string", "Their lower ends. その下の端"),
    column("limits_middle", "公表元の範囲の中央", "string", "Their middles. その中央"),
    column("limits_upper", "公表元の範囲の上の端", "string", "Their upper ends. その上の端"),
    column("verdict_national", "全国とくらべた判定", "string", "Word beside the whole country. 全国とくらべた判定"),
    column(
        "verdict_peer",
        "同じ役割とくらべた判定",
        "string",
        "Word beside hospitals of the same role. 同じ役割の病院とくらべた判定",
    ),
    column(
        "limits_fit_national",
        "全国の範囲が病院に合うか",
        "boolean",
        "false where more than a quarter of the hospitals lie outside the limits behind the word beside the country, so that pages give no word. 4分の1より多くの病院が全国の範囲の外になり、ページで判定を出さないなら false",
    ),
    column(
        "limits_fit_peer",
        "同じ役割の範囲が病院に合うか",
        "boolean",
        "The same beside hospitals of the same role. 同じ役割の病院について、上と同じこと",
    ),
    column(
        "published_verdict",
        "公表元の判定",
        "string",
        "The publisher's own verdict, as printed. 公表元が示した判定（そのまま）",
    ),
    column("rank_best", "順位の幅の上", "integer", "First possible place within the role. 順位の幅の上"),
    column("rank_worst", "順位の幅の下", "integer", "Last possible place within the role. 順位の幅の下"),
    column("rank_of", "順位をくらべた病院の数", "integer", "Among how many. 何院の中か"),
    column(
        "rank_clearly_better",
        "はっきり良い側の病院の数",
        "integer",
        "How many are clearly better. はっきり良い側にある病院の数",
    ),
    column(
        "rank_clearly_worse",
        "はっきり良くない側の病院の数",
        "integer",
        "How many are clearly worse. はっきり良くない側にある病院の数",
    ),
    column(
        "no_rank_because",
        "順位の幅を出さない理由",
        "string",
        "Ids of the caveats that remove the range. 順位の幅を出さない理由",
    ),
    column("caveats_id", "注意の番号", "string", "Ids of what has to be said beside the value. 注意の番号"),
    column("caveats_effect", "注意のはたらき", "string", "blocks, regroups or explains. 注意のはたらき"),
    column("caveats_short_ja", "注意", "string", "One line each, Japanese. 注意（一行、日本語）"),
    column("caveats_short_en", "注意（英語）", "string", "One line each, English. 注意（一行、英語）"),
    column("caveats_text_ja", "注意の説明", "string", "Explanations, Japanese. 注意の説明（日本語）"),
    column("caveats_text_en", "注意の説明（英語）", "string", "Explanations, English. 注意の説明（英語）"),
    column("footnotes_code", "脚注の記号", "string", "Codes of the source's footnotes. 公表元の脚注の記号"),
    column("footnotes_text_ja", "脚注", "string", "Footnotes, Japanese. 脚注（日本語）"),
    column("footnotes_text_en", "脚注（英語）", "string", "Footnotes, English. 脚注（英語）"),
    column("source_id", "出典の番号", "string", "Id of the source. 出典の番号"),
    column("source_sheet", "出典のシート", "string", "Sheet, or member of an archive. 出典のシート"),
    column("source_row", "出典の行", "integer", "Row there, from 1. 出典の行"),
    column("reply_kind", "病院の説明の種類", "string", "Kind of what the hospital says. 病院の説明の種類"),
    column("reply_date", "病院の説明の日付", "date", "Its day. その日付"),
    column("reply_text_ja", "病院の説明", "string", "What the hospital says, Japanese. 病院の説明（日本語）"),
    column("reply_text_en", "病院の説明（英語）", "string", "What the hospital says, English. 病院の説明（英語）"),
    column("corrections_was", "訂正前の値", "string", "Values before corrections, the newest first. 訂正前の値"),
    column("corrections_is", "訂正後の値", "string", "Values after them. 訂正後の値"),
    column("corrections_why_ja", "訂正の理由", "string", "Why, Japanese. 訂正の理由（日本語）"),
    column("corrections_why_en", "訂正の理由（英語）", "string", "Why, English. 訂正の理由（英語）"),
    column("corrections_date", "訂正の日付", "string", "Days of the corrections. 訂正の日付"),
    column(
        "replies_kind",
        "すべての説明の種類",
        "string",
        "Kinds of all replies, in the order of their days. すべての説明の種類",
    ),
    column("replies_date", "すべての説明の日付", "string", "Their days. その日付"),
    column(
        "replies_text_ja",
        "すべての説明",
        "string",
        "All that the hospital says, Japanese. 病院のすべての説明（日本語）",
    ),
    column(
        "replies_text_en",
        "すべての説明（英語）",
        "string",
        "All that the hospital says, English. 病院のすべての説明（英語）",
    ),
    column("measure_id", "指標の番号", "string", "Id of the measure. 指標の番号"),
    column(
        "definition_version",
        "定義の版",
        "string",
        "Version of the definition that held on the last day of the period. 期間の最後の日の定義の版",
    ),
    column("meta_release", "データの版", "string", "Id of the release. データの版"),
    column("meta_as_of", "いつ現在のデータか", "date", "The day the release speaks of. いつ現在のデータか"),
    column(
        "meta_fictional",
        "架空のデータか",
        "boolean",
        "true where hospitals and figures are invented. 架空のデータなら true",
    ),
    column(
        "meta_source_ja",
        "このデータの出典",
        "string",
        "Where the values of this table come from, Japanese. この表の値の出典（日本語）",
    ),
    column(
        "meta_source_en",
        "このデータの出典（英語）",
        "string",
        "Where the values of this table come from, English. この表の値の出典（英語）",
    ),
    column(
        "meta_licence",
        "使う条件",
        "string",
        "Licences of the sources; empty where one of them states none: not to be republished. 出典の使う条件。空なら、条件を書いていない出典があるので、配り直せません",
    ),
    column(
        "meta_owner_warning_ja",
        "公表元からの注意",
        "string",
        "What the publisher of the measure warns of, Japanese. 公表元からの注意（日本語）",
    ),
    column(
        "meta_owner_warning_en",
        "公表元からの注意（英語）",
        "string",
        "What the publisher of the measure warns of, English. 公表元からの注意（英語）",
    ),
];

#[cfg(test)]
mod tests {
    use super::COLUMNS;
    use crate::api::v1::table::{Cells, Table};
    use crate::api::v1::wire::{OfMeasure, ValueRow};
    use std::collections::BTreeSet;

    #[test]
    fn every_column_of_the_table_is_described_in_its_place() {
        let table = Table::of::<OfMeasure<ValueRow>>(Cells::AsTheyAre).unwrap();
        let described: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
        assert_eq!(table.columns().collect::<Vec<_>>(), described);
    }

    #[test]
    fn no_two_columns_have_the_same_head() {
        let heads: BTreeSet<&str> = COLUMNS.iter().map(|column| column.head_ja).collect();
        assert_eq!(heads.len(), COLUMNS.len());
    }
}
