//! Which statement writes each table? Generated in shape, kept by hand: one function per table.

use crate::rows::*;
use sqlx::{QueryBuilder, Sqlite, SqliteConnection};

/// SQLite's own limit on parameters of one statement.
const MAX_PARAMETERS: usize = 32_766;

/// Declares a function that inserts rows in as few statements as possible.
macro_rules! inserts {
    ($($name:ident: $row:ty => $table:literal ($($column:literal = $field:ident),+ $(,)?);)+) => { $(
        pub(super) async fn $name(connection: &mut SqliteConnection, rows: &[$row]) -> Result<(), sqlx::Error> {
            const COLUMNS: &[&str] = &[$($column),+];
            let head = format!("insert into {} ({}) ", $table, COLUMNS.join(", "));
            for chunk in rows.chunks(MAX_PARAMETERS / COLUMNS.len()) {
                let mut statement = QueryBuilder::<Sqlite>::new(&head);
                statement.push_values(chunk, |mut b, row| { $(b.push_bind(&row.$field);)+ });
                statement.build().execute(&mut *connection).await?;
            }
            Ok(())
        }
    )+ };
}

inserts! {
    release: ReleaseRow => "release" ("id" = id, "as_of" = as_of, "fictional" = fictional, "name" = name, "title" = title, "created" = created, "method_version" = method_version, "input_digest" = input_digest, "previous_id" = previous_id);
    source: SourceRow => "source" ("source_key" = source_key, "id" = id, "publisher_ja" = publisher_ja, "publisher_en" = publisher_en, "title_ja" = title_ja, "title_en" = title_en, "url" = url, "licence" = licence, "attribution_ja" = attribution_ja, "attribution_en" = attribution_en, "published" = published, "retrieved" = retrieved, "sha256" = sha256, "file" = file);
    footnote: FootnoteRow => "footnote" ("source_id" = source_id, "code" = code, "text_ja" = text_ja, "text_en" = text_en);
    area: AreaRow => "area" ("code" = code, "kind" = kind, "name_ja" = name_ja, "name_en" = name_en, "parent" = parent, "population" = population, "year" = year, "island" = island);
    area_observation: AreaObservationRow => "area_observation" ("area_code" = area_code, "\"key\"" = key, "period_start" = period_start, "period_end" = period_end, "value" = value, "status" = status);
    hospital: HospitalRow => "hospital" ("id" = id, "name" = name, "name_kana" = name_kana, "name_en" = name_en, "short_name" = short_name, "country" = country, "region_code" = region_code, "municipality_code" = municipality_code, "municipality" = municipality, "area_code" = area_code, "address" = address, "latitude" = latitude, "longitude" = longitude, "point" = point, "url" = url, "peer_group" = peer_group, "peer_reason_ja" = peer_reason_ja, "peer_reason_en" = peer_reason_en, "specialty" = specialty, "specialty_reason_ja" = specialty_reason_ja, "specialty_reason_en" = specialty_reason_en, "search_text" = search_text, "beds_total" = beds_total, "reported_measures" = reported_measures, "last_told" = last_told);
    identifier: IdentifierRow => "identifier" ("hospital_id" = hospital_id, "scheme" = scheme, "value" = value, "valid_from" = valid_from, "valid_to" = valid_to, "\"match\"" = matched, "confidence" = confidence);
    moved: MovedRow => "moved" ("old_id" = old_id, "hospital_id" = hospital_id);
    successor: SuccessorRow => "successor" ("hospital_id" = hospital_id, "successor_id" = successor_id, "date" = date, "kind" = kind);
    context: ContextRow => "context" ("hospital_id" = hospital_id, "\"key\"" = key, "value" = value, "valid_from" = valid_from, "valid_to" = valid_to);
    measure: MeasureRow => "measure" ("measure_key" = measure_key, "id" = id, "name_ja" = name_ja, "name_en" = name_en, "kind" = kind, "direction" = direction, "topic" = topic, "measure_type" = measure_type, "unit" = unit, "risk_adjusted" = risk_adjusted, "adjusters" = adjusters, "shrunken" = shrunken, "national_value" = national_value, "self_reported" = self_reported, "audited" = audited, "voluntary" = voluntary, "counts_episodes" = counts_episodes, "eligible_hospitals" = eligible_hospitals, "min_denominator" = min_denominator, "suppression_profile" = suppression_profile, "plain_ja" = plain_ja, "plain_en" = plain_en, "why_ja" = why_ja, "why_en" = why_en, "cannot_tell_ja" = cannot_tell_ja, "cannot_tell_en" = cannot_tell_en, "owner_warning_ja" = owner_warning_ja, "owner_warning_en" = owner_warning_en, "means_abroad" = means_abroad);
    measure_version: MeasureVersionRow => "measure_version" ("measure_key" = measure_key, "version" = version, "valid_from" = valid_from, "valid_to" = valid_to, "breaks" = breaks, "change_ja" = change_ja, "change_en" = change_en);
    spread: SpreadRow => "spread" ("measure_key" = measure_key, "period_start" = period_start, "period_end" = period_end, "stratum" = stratum, "country" = country, "peer_group" = peer_group, "hospitals" = hospitals, "reported" = reported, "judged" = judged, "ranked" = ranked, "pooled" = pooled, "target" = target, "phi" = phi, "tau2" = tau2, "rankability" = rankability, "p10" = p10, "q25" = q25, "median" = median, "q75" = q75, "p90" = p90, "variation_ratio" = variation_ratio, "variation_low" = variation_low, "variation_high" = variation_high, "outside_95" = outside_95, "outside_998" = outside_998, "caveats" = caveats);
    observation: ObservationRow => "observation" ("observation_key" = observation_key, "hospital_id" = hospital_id, "measure_key" = measure_key, "period_start" = period_start, "period_end" = period_end, "stratum" = stratum, "pooled" = pooled, "numerator" = numerator, "denominator" = denominator, "eligible" = eligible, "expected" = expected, "value" = value, "standard_error" = standard_error, "response_rate" = response_rate, "status" = status, "raw" = raw, "derived" = derived, "published_verdict" = published_verdict, "source_key" = source_key, "source_sheet" = source_sheet, "source_row" = source_row, "interval_low" = interval_low, "interval_high" = interval_high, "interval_method" = interval_method, "national_class" = national_class, "peer_class" = peer_class, "verdict_national" = verdict_national, "verdict_peer" = verdict_peer, "rank_best" = rank_best, "rank_worst" = rank_worst, "rank_of" = rank_of, "rank_clearly_better" = rank_clearly_better, "rank_clearly_worse" = rank_clearly_worse, "trend" = trend, "caveats" = caveats);
    newest_set: NewestSetRow => "newest_set" ("measure_key" = measure_key, "country" = country, "period_start" = period_start, "period_end" = period_end, "centre" = centre, "deviation" = deviation, "slope" = slope, "sources" = sources);
    newest_value: NewestValueRow => "newest_value" ("measure_key" = measure_key, "hospital_id" = hospital_id, "status" = status, "value" = value, "interval_low" = interval_low, "interval_high" = interval_high, "denominator" = denominator, "score" = score, "score_error" = score_error, "caveats" = caveats);
    wish_fact: WishFactRow => "wish_fact" ("hospital_id" = hospital_id, "wish" = wish, "holds" = holds);
    area_value: AreaValueRow => "area_value" ("kind" = kind, "area_code" = area_code, "measure_key" = measure_key, "period_start" = period_start, "period_end" = period_end, "country" = country, "hospitals" = hospitals, "value" = value, "interval_low" = interval_low, "interval_high" = interval_high, "source_key" = source_key);
    variation: VariationRow => "variation" ("measure_key" = measure_key, "country" = country, "level" = level, "period_start" = period_start, "period_end" = period_end, "units" = units, "ratio" = ratio, "low" = low, "high" = high);
    variation_course: VariationCourseRow => "variation_course" ("measure_key" = measure_key, "country" = country, "level" = level, "first_end" = first_end, "last_end" = last_end, "periods" = periods, "units" = units, "course" = course);
    improvement: ImprovementRow => "improvement" ("measure_key" = measure_key, "country" = country, "first_end" = first_end, "last_end" = last_end, "tested" = tested, "improved" = improved, "by_chance" = by_chance);
    improved: ImprovedRow => "improved" ("measure_key" = measure_key, "hospital_id" = hospital_id, "first_end" = first_end, "last_end" = last_end);
    provision: ProvisionRow => "provision" ("area_code" = area_code, "measure_key" = measure_key, "country" = country, "period_start" = period_start, "period_end" = period_end, "providing" = providing, "not_providing" = not_providing, "unknown" = unknown, "sole_hospital_id" = sole_hospital_id, "source_key" = source_key);
    observation_footnote: ObservationFootnoteRow => "observation_footnote" ("observation_key" = observation_key, "code" = code, "position" = position);
    published_limit: LimitRow => "published_limit" ("hospital_id" = hospital_id, "measure_key" = measure_key, "period_start" = period_start, "period_end" = period_end, "stratum" = stratum, "kind" = kind, "lower" = lower, "middle" = middle, "upper" = upper);
    care: CareRow => "care" ("hospital_id" = hospital_id, "care" = care, "known" = known, "shown_by" = shown_by, "name" = name, "value" = value, "period_start" = period_start, "period_end" = period_end, "status" = status, "caveats" = caveats, "source_key" = source_key);
    event: EventRow => "event" ("event_key" = event_key, "area_code" = area_code, "hospital_id" = hospital_id, "kind" = kind, "start" = start, "\"end\"" = until, "text_ja" = text_ja, "text_en" = text_en, "source" = source);
    comment: CommentRow => "comment" ("comment_key" = comment_key, "hospital_id" = hospital_id, "measure_key" = measure_key, "period_start" = period_start, "period_end" = period_end, "stratum" = stratum, "kind" = kind, "date" = date, "text_ja" = text_ja, "text_en" = text_en);
    correction: CorrectionRow => "correction" ("correction_key" = correction_key, "hospital_id" = hospital_id, "measure_key" = measure_key, "period_start" = period_start, "period_end" = period_end, "stratum" = stratum, "was" = was, "\"is\"" = now, "why_ja" = why_ja, "why_en" = why_en, "date" = date);
    change: ChangeRow => "change" ("change_key" = change_key, "hospital_id" = hospital_id, "measure_id" = measure_id, "period_start" = period_start, "period_end" = period_end, "stratum" = stratum, "kind" = kind, "was" = was, "\"is\"" = now, "was_status" = was_status, "is_status" = is_status);
    import_issue: IssueRow => "import_issue" ("issue_key" = issue_key, "severity" = severity, "kind" = kind, "file" = file, "sheet" = sheet, "\"row\"" = row, "column_name" = column_name, "value" = value, "message" = message);
}
