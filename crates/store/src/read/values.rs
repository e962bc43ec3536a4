//! Which values belong to a hospital, and which to a measure?

use super::Release;
use crate::StoreError;
use crate::rows::*;

/// One measure in one period, for the total or one part of the patients.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueFilter {
    /// Measure.
    pub measure_key: i64,
    /// First day.
    pub period_start: String,
    /// Last day.
    pub period_end: String,
    /// Stratum, empty for the total.
    pub stratum: String,
    /// 1 for years put together, 0 for values as published.
    pub pooled: i64,
}

/// Which hospitals; an empty text means all.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HospitalFilter {
    /// ISO 3166-1.
    pub country: String,
    /// Region.
    pub region_code: String,
    /// Role.
    pub peer_group: String,
}

/// One dot of a funnel.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs)] // the names are those of the columns
pub struct PointRow {
    pub hospital_id: String,
    pub value: Option<f64>,
    pub denominator: Option<f64>,
    pub expected: Option<f64>,
    pub standard_error: Option<f64>,
    pub national_class: Option<i64>,
    pub peer_class: Option<i64>,
    pub interval_low: Option<f64>,
    pub interval_high: Option<f64>,
    pub verdict_national: String,
}

/// How many values have a status.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)] // the names are those of the columns
pub struct StatusCount {
    pub status: String,
    pub hospitals: i64,
}

impl Release {
    /// The facts by which a list of hospitals is narrowed, as far as they hold on the day of the release.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn facts_of_lists(&self) -> Result<Vec<ContextRow>, StoreError> {
        sqlx::query_as!(
            ContextRow,
            r#"select hospital_id as "hospital_id!: String", key as "key!: String", value as "value!: String",
               valid_from as "valid_from!: String", valid_to as "valid_to!: String"
               from context
               where (valid_to = '' or valid_to >= (select as_of from release))
                 and (key in ('emergency_level', 'disaster_base', 'cancer_designated', 'advanced_treatment',
                              'regional_support', 'teaching') or key glob 'beds_fn_*' or key glob 'service:*')
               order by hospital_id, key, valid_from"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// The context of one hospital.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn context_of(&self, hospital_id: &str) -> Result<Vec<ContextRow>, StoreError> {
        sqlx::query_as!(
            ContextRow,
            r#"select hospital_id as "hospital_id!: String", "key" as "key!: String", value as "value!: String",
               valid_from as "valid_from!: String", valid_to as "valid_to!: String"
               from context where hospital_id = ? order by key, valid_from"#,
            hospital_id
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// How one hospital is known elsewhere.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn identifiers_of(&self, hospital_id: &str) -> Result<Vec<IdentifierRow>, StoreError> {
        sqlx::query_as!(
            IdentifierRow,
            r#"select hospital_id as "hospital_id!: String", scheme as "scheme!: String", value as "value!: String",
               valid_from as "valid_from?: String", valid_to as "valid_to?: String", "match" as "matched!: String",
               confidence as "confidence!: f64"
               from identifier where hospital_id = ? order by scheme, value"#,
            hospital_id
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// What one hospital says.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn comments_of(&self, hospital_id: &str) -> Result<Vec<CommentRow>, StoreError> {
        sqlx::query_as!(
            CommentRow,
            r#"select comment_key as "comment_key!: i64", hospital_id as "hospital_id!: String", measure_key as "measure_key!: i64",
               period_start as "period_start?: String",
               period_end as "period_end?: String", stratum as "stratum!: String", kind as "kind!: String", date as "date?: String",
               text_ja as "text_ja!: String", text_en as "text_en!: String"
               from comment where hospital_id = ? order by date desc, comment_key"#,
            hospital_id
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// All observations of one hospital, oldest first within a measure.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn observations_of_hospital(&self, hospital_id: &str) -> Result<Vec<ObservationRow>, StoreError> {
        sqlx::query_as!(
            ObservationRow,
            r#"select observation_key as "observation_key!: i64", hospital_id as "hospital_id!: String",
               measure_key as "measure_key!: i64", period_start as "period_start!: String",
               period_end as "period_end!: String", stratum as "stratum!: String", pooled as "pooled!: i64",
               numerator as "numerator?: f64", denominator as "denominator?: f64", eligible as "eligible?: f64",
               expected as "expected?: f64", value as "value?: f64", standard_error as "standard_error?: f64",
               response_rate as "response_rate?: f64", status as "status!: String", raw as "raw!: String",
               derived as "derived!: i64", published_verdict as "published_verdict!: String",
               source_key as "source_key!: i64", source_sheet as "source_sheet!: String", source_row as "source_row?: i64",
               interval_low as "interval_low?: f64", interval_high as "interval_high?: f64",
               interval_method as "interval_method!: String", national_class as "national_class?: i64",
               peer_class as "peer_class?: i64", verdict_national as "verdict_national!: String",
               verdict_peer as "verdict_peer!: String", rank_best as "rank_best?: i64", rank_worst as "rank_worst?: i64",
               rank_of as "rank_of?: i64", rank_clearly_better as "rank_clearly_better?: i64",
               rank_clearly_worse as "rank_clearly_worse?: i64", trend as "trend!: String",
               caveats as "caveats!: String"
               from observation where hospital_id = ? order by measure_key, stratum, period_end, period_start, pooled"#,
            hospital_id
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// A part of the values of one measure, in the order of region, municipality and name (never by value).
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn values(
        &self,
        filter: &ValueFilter,
        hospitals: &HospitalFilter,
        limit: i64,
        offset: i64,
    ) -> Result<Vec<ObservationRow>, StoreError> {
        sqlx::query_as!(
            ObservationRow,
            r#"select o.observation_key as "observation_key!: i64", o.hospital_id as "hospital_id!: String",
               o.measure_key as "measure_key!: i64", o.period_start as "period_start!: String",
               o.period_end as "period_end!: String", o.stratum as "stratum!: String", o.pooled as "pooled!: i64",
               o.numerator as "numerator?: f64", o.denominator as "denominator?: f64", o.eligible as "eligible?: f64",
               o.expected as "expected?: f64", o.value as "value?: f64", o.standard_error as "standard_error?: f64",
               o.response_rate as "response_rate?: f64", o.status as "status!: String", o.raw as "raw!: String",
               o.derived as "derived!: i64", o.published_verdict as "published_verdict!: String",
               o.source_key as "source_key!: i64", o.source_sheet as "source_sheet!: String",
               o.source_row as "source_row?: i64", o.interval_low as "interval_low?: f64",
               o.interval_high as "interval_high?: f64", o.interval_method as "interval_method!: String",
               o.national_class as "national_class?: i64", o.peer_class as "peer_class?: i64",
               o.verdict_national as "verdict_national!: String", o.verdict_peer as "verdict_peer!: String",
               o.rank_best as "rank_best?: i64", o.rank_worst as "rank_worst?: i64", o.rank_of as "rank_of?: i64",
               o.rank_clearly_better as "rank_clearly_better?: i64", o.rank_clearly_worse as "rank_clearly_worse?: i64",
               o.trend as "trend!: String", o.caveats as "caveats!: String"
               from (select o.observation_key as picked
                     from observation o join hospital h on h.id = o.hospital_id
                     where o.measure_key = ?1 and o.period_end = ?2 and o.period_start = ?3 and o.stratum = ?4 and o.pooled = ?5
                       and (?6 = '' or h.country = ?6) and (?7 = '' or h.region_code = ?7) and (?8 = '' or h.peer_group = ?8)
                     order by h.country, h.region_code, h.municipality_code, h.name, h.id
                     limit ?9 offset ?10) join observation o on o.observation_key = picked
               join hospital h on h.id = o.hospital_id
               order by h.country, h.region_code, h.municipality_code, h.name, h.id"#,
            filter.measure_key,
            filter.period_end,
            filter.period_start,
            filter.stratum,
            filter.pooled,
            hospitals.country,
            hospitals.region_code,
            hospitals.peer_group,
            limit,
            offset
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// How many values [`Release::values`] has altogether, by status.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn count_values(
        &self,
        filter: &ValueFilter,
        hospitals: &HospitalFilter,
    ) -> Result<Vec<StatusCount>, StoreError> {
        sqlx::query_as!(
            StatusCount,
            r#"select o.status as "status!: String", count(*) as "hospitals!: i64"
               from observation o join hospital h on h.id = o.hospital_id
               where o.measure_key = ?1 and o.period_end = ?2 and o.period_start = ?3 and o.stratum = ?4 and o.pooled = ?5
                 and (?6 = '' or h.country = ?6) and (?7 = '' or h.region_code = ?7) and (?8 = '' or h.peer_group = ?8)
               group by o.status order by o.status"#,
            filter.measure_key,
            filter.period_end,
            filter.period_start,
            filter.stratum,
            filter.pooled,
            hospitals.country,
            hospitals.region_code,
            hospitals.peer_group
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// Every hospital with a value, for a funnel or an interval list.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn points(&self, filter: &ValueFilter) -> Result<Vec<PointRow>, StoreError> {
        sqlx::query_as!(
            PointRow,
            r#"select o.hospital_id as "hospital_id!: String", o.value as "value?: f64", o.denominator as "denominator?: f64",
               o.expected as "expected?: f64", o.standard_error as "standard_error?: f64",
               o.national_class as "national_class?: i64", o.peer_class as "peer_class?: i64",
               o.interval_low as "interval_low?: f64", o.interval_high as "interval_high?: f64",
               o.verdict_national as "verdict_national!: String"
               from observation o
               where o.measure_key = ? and o.period_end = ? and o.period_start = ? and o.stratum = ? and o.pooled = ?
                 and o.status = 'reported'
               order by o.hospital_id"#,
            filter.measure_key,
            filter.period_end,
            filter.period_start,
            filter.stratum,
            filter.pooled
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// The sources of all values of one measure in one period.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn sources_of_values(&self, filter: &ValueFilter) -> Result<Vec<i64>, StoreError> {
        sqlx::query_scalar!(
            r#"select distinct source_key as "source_key!: i64" from observation
               where measure_key = ? and period_end = ? and period_start = ? and stratum = ? and pooled = ?
               order by source_key"#,
            filter.measure_key,
            filter.period_end,
            filter.period_start,
            filter.stratum,
            filter.pooled
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// What hospitals say about one measure.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn comments_of_measure(&self, measure_key: i64) -> Result<Vec<CommentRow>, StoreError> {
        sqlx::query_as!(
            CommentRow,
            r#"select comment_key as "comment_key!: i64", hospital_id as "hospital_id!: String",
               measure_key as "measure_key!: i64", period_start as "period_start?: String",
               period_end as "period_end?: String", stratum as "stratum!: String", kind as "kind!: String",
               date as "date?: String", text_ja as "text_ja!: String", text_en as "text_en!: String"
               from comment where measure_key = ? order by hospital_id, date desc, comment_key"#,
            measure_key
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// Every observation of the release, for an export or a comparison with the next one; by key.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn all_observations(&self) -> Result<Vec<ObservationRow>, StoreError> {
        sqlx::query_as!(
            ObservationRow,
            r#"select o.observation_key as "observation_key!: i64", o.hospital_id as "hospital_id!: String",
               o.measure_key as "measure_key!: i64", o.period_start as "period_start!: String",
               o.period_end as "period_end!: String", o.stratum as "stratum!: String", o.pooled as "pooled!: i64",
               o.numerator as "numerator?: f64", o.denominator as "denominator?: f64", o.eligible as "eligible?: f64",
               o.expected as "expected?: f64", o.value as "value?: f64", o.standard_error as "standard_error?: f64",
               o.response_rate as "response_rate?: f64", o.status as "status!: String", o.raw as "raw!: String",
               o.derived as "derived!: i64", o.published_verdict as "published_verdict!: String",
               o.source_key as "source_key!: i64", o.source_sheet as "source_sheet!: String",
               o.source_row as "source_row?: i64", o.interval_low as "interval_low?: f64",
               o.interval_high as "interval_high?: f64", o.interval_method as "interval_method!: String",
               o.national_class as "national_class?: i64", o.peer_class as "peer_class?: i64",
               o.verdict_national as "verdict_national!: String", o.verdict_peer as "verdict_peer!: String",
               o.rank_best as "rank_best?: i64", o.rank_worst as "rank_worst?: i64", o.rank_of as "rank_of?: i64",
               o.rank_clearly_better as "rank_clearly_better?: i64", o.rank_clearly_worse as "rank_clearly_worse?: i64",
               o.trend as "trend!: String", o.caveats as "caveats!: String"
               from observation o order by o.observation_key"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }
}
