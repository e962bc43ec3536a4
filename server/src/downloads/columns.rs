//! What does each column of the table of a measure hold?

/// A column: its name, its kind in the words of Frictionless, and what it holds.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// Name.
    pub(super) name: &'static str,
    /// `string`, `number`, `integer`, `boolean` or `date`.
    pub(super) kind: &'static str,
    /// What it holds.
    pub(super) holds: &'static str,
}

const fn column(name: &'static str, kind: &'static str, holds: &'static str) -> Column {
    Column { name, kind, holds }
}

/// Every column in its order; a list within a cell is separated by `;`.
pub(super) const COLUMNS: &[Column] = &[
    column("hospital_id", "string", "Id of the hospital. 病院の番号"),
    column("hospital_name", "string", "Name of the hospital. 病院の名前"),
    column("hospital_municipality", "string", "Municipality. 市区町村"),
    column("hospital_region", "string", "Country and region, JP-15. 国と都道府県"),
    column("hospital_peer_group", "string", "Role of the hospital. 病院の役割"),
    column("period_start", "date", "First day covered. 期間の最初の日"),
    column("period_end", "date", "Last day covered. 期間の最後の日"),
    column("pooled", "boolean", "true where consecutive years are put together. 何年分かをあわせた行なら true"),
    column(
        "judged_over_start",
        "date",
        "First day of the years by which the hospital is judged. 判定に使った期間の最初の日",
    ),
    column(
        "judged_over_end",
        "date",
        "Last day of the years by which the hospital is judged. 判定に使った期間の最後の日",
    ),
    column("trend", "string", "What a test over the years says. 年ごとの変化の検定の結果"),
    column("stratum", "string", "Part of the patients; empty for all. 患者の区分。空は全体"),
    column("status", "string", "reported, or why there is no value. reported、または値がない理由"),
    column("reason_ja", "string", "Why there is no value, Japanese. 値がない理由（日本語）"),
    column("reason_en", "string", "Why there is no value, English. 値がない理由（英語）"),
    column(
        "value",
        "number",
        "Proportions from 0 to 1, rates per one unit, ratios observed by expected. 値（割合は0から1）",
    ),
    column("numerator", "number", "Events. 件数"),
    column(
        "derived",
        "boolean",
        "true where the numerator was worked out from value and denominator. 件数を計算で求めたなら true",
    ),
    column("denominator", "number", "Patients, or exposure. 対象の人数など"),
    column("expected", "number", "Expected events. 予測される件数"),
    column("interval_low", "number", "Lower end of the 95 % interval. 95%区間の下の端"),
    column("interval_high", "number", "Upper end of the 95 % interval. 95%区間の上の端"),
    column("interval_level", "number", "Level of the interval, 0.95. 区間の水準"),
    column("interval_method", "string", "How the interval was made. 区間の求め方"),
    column("limits_kind", "string", "Kinds of limits that the source printed. 公表元が示した範囲の種類"),
    column("limits_lower", "string", "Their lower ends. その下の端"),
    column("limits_middle", "string", "Their middles. その中央"),
    column("limits_upper", "string", "Their upper ends. その上の端"),
    column("verdict_national", "string", "Word beside the whole country. 全国とくらべた判定"),
    column("verdict_peer", "string", "Word beside hospitals of the same role. 同じ役割の病院とくらべた判定"),
    column("rank_best", "integer", "First possible place within the role. 順位の幅の上"),
    column("rank_worst", "integer", "Last possible place within the role. 順位の幅の下"),
    column("rank_of", "integer", "Among how many. 何院の中か"),
    column("rank_clearly_better", "integer", "How many are clearly better. はっきり良い側にある病院の数"),
    column("rank_clearly_worse", "integer", "How many are clearly worse. はっきり良くない側にある病院の数"),
    column("no_rank_because", "string", "Ids of the caveats that remove the range. 順位の幅を出さない理由"),
    column("caveats_id", "string", "Ids of what has to be said beside the value. 注意の番号"),
    column("caveats_effect", "string", "blocks, regroups or explains. 注意のはたらき"),
    column("caveats_short_ja", "string", "One line each, Japanese. 注意（一行、日本語）"),
    column("caveats_short_en", "string", "One line each, English. 注意（一行、英語）"),
    column("caveats_text_ja", "string", "Explanations, Japanese. 注意の説明（日本語）"),
    column("caveats_text_en", "string", "Explanations, English. 注意の説明（英語）"),
    column("footnotes_code", "string", "Codes of the source's footnotes. 公表元の脚注の記号"),
    column("footnotes_text_ja", "string", "Footnotes, Japanese. 脚注（日本語）"),
    column("footnotes_text_en", "string", "Footnotes, English. 脚注（英語）"),
    column("source_id", "string", "Id of the source. 出典の番号"),
    column("source_sheet", "string", "Sheet, or member of an archive. 出典のシート"),
    column("source_row", "integer", "Row there, from 1. 出典の行"),
    column("reply_kind", "string", "Kind of what the hospital says. 病院の説明の種類"),
    column("reply_date", "date", "Its day. その日付"),
    column("reply_text_ja", "string", "What the hospital says, Japanese. 病院の説明（日本語）"),
    column("reply_text_en", "string", "What the hospital says, English. 病院の説明（英語）"),
    column("meta_release", "string", "Id of the release. データの版"),
    column("meta_as_of", "date", "The day the release speaks of. いつ現在のデータか"),
    column("meta_fictional", "boolean", "true where hospitals and figures are invented. 架空のデータなら true"),
];

#[cfg(test)]
mod tests {
    use super::COLUMNS;
    use crate::api::v1::table::{Cells, Table};
    use crate::api::v1::wire::ValueRow;

    #[test]
    fn every_column_of_the_table_is_described_in_its_place() {
        let table = Table::of::<ValueRow>(Cells::AsTheyAre).unwrap();
        let described: Vec<&str> = COLUMNS.iter().map(|column| column.name).collect();
        assert_eq!(table.columns().collect::<Vec<_>>(), described);
    }
}
