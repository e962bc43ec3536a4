//! What stands in other rows beside a value: footnote marks, published limits, years put together?

use super::Release;
use crate::StoreError;
use crate::rows::*;

/// A footnote of one observation.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)] // the names are those of the columns
pub struct MarkRow {
    pub observation_key: i64,
    pub code: String,
}

/// A measure, a part of its patients, and years put together.
#[derive(Debug, Clone, PartialEq, Eq)]
#[allow(missing_docs)] // the names are those of the columns
pub struct PooledSet {
    pub measure_key: i64,
    pub stratum: String,
    pub period_start: String,
    pub period_end: String,
}

impl Release {
    /// Published limits of one hospital.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn limits_of(&self, hospital_id: &str) -> Result<Vec<LimitRow>, StoreError> {
        sqlx::query_as!(
            LimitRow,
            r#"select hospital_id as "hospital_id!: String", measure_key as "measure_key!: i64",
               period_start as "period_start!: String", period_end as "period_end!: String", stratum as "stratum!: String",
               kind as "kind!: String", lower as "lower?: f64", middle as "middle?: f64", upper as "upper?: f64"
               from published_limit where hospital_id = ? order by measure_key, period_end, stratum, kind"#,
            hospital_id
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// Footnote marks of one hospital's observations.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn marks_of_hospital(&self, hospital_id: &str) -> Result<Vec<MarkRow>, StoreError> {
        sqlx::query_as!(
            MarkRow,
            r#"select m.observation_key as "observation_key!: i64", m.code as "code!: String"
               from observation_footnote m join observation o on o.observation_key = m.observation_key
               where o.hospital_id = ? order by m.observation_key, m.position"#,
            hospital_id
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// Which sets have years put together: measure, stratum and period, each once.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn pooled_sets(&self) -> Result<Vec<PooledSet>, StoreError> {
        sqlx::query_as!(
            PooledSet,
            r#"select distinct measure_key as "measure_key!: i64", stratum as "stratum!: String",
               period_start as "period_start!: String", period_end as "period_end!: String"
               from observation where pooled = 1 order by measure_key, stratum, period_end, period_start"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// Footnote marks of some observations, by key.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn marks_beside(&self, observations: &[i64]) -> Result<Vec<MarkRow>, StoreError> {
        let keys = list(observations);
        sqlx::query_as!(
            MarkRow,
            r#"select observation_key as "observation_key!: i64", code as "code!: String"
               from observation_footnote where observation_key in (select value from json_each(?))
               order by observation_key, position"#,
            keys
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// Published limits of some observations.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn limits_beside(&self, observations: &[i64]) -> Result<Vec<LimitRow>, StoreError> {
        let keys = list(observations);
        sqlx::query_as!(
            LimitRow,
            r#"select l.hospital_id as "hospital_id!: String", l.measure_key as "measure_key!: i64",
               l.period_start as "period_start!: String", l.period_end as "period_end!: String",
               l.stratum as "stratum!: String", l.kind as "kind!: String", l.lower as "lower?: f64",
               l.middle as "middle?: f64", l.upper as "upper?: f64"
               from observation o join published_limit l on l.hospital_id = o.hospital_id and l.measure_key = o.measure_key
                 and l.period_end = o.period_end and l.period_start = o.period_start and l.stratum = o.stratum
               where o.observation_key in (select value from json_each(?)) order by l.hospital_id, l.kind"#,
            keys
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// Years put together that end with some observations of single years, whatever their first day.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn pooled_beside(&self, observations: &[i64]) -> Result<Vec<ObservationRow>, StoreError> {
        let keys = list(observations);
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
               from observation year join observation o on o.hospital_id = year.hospital_id
                 and o.measure_key = year.measure_key and o.stratum = year.stratum and o.period_end = year.period_end
                 and o.pooled = 1
               where year.pooled = 0 and year.observation_key in (select value from json_each(?)) order by o.hospital_id"#,
            keys
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// The values of the hospitals that clearly improved in a measure: total, single years, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn values_of_improved(&self, measure_key: i64) -> Result<Vec<ObservationRow>, StoreError> {
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
               from improved i join observation o on o.hospital_id = i.hospital_id and o.measure_key = i.measure_key
                 and o.stratum = '' and o.pooled = 0 and o.period_end in (i.first_end, i.last_end)
               where i.measure_key = ? order by o.hospital_id, o.period_end, o.period_start"#,
            measure_key
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }
}

/// Keys as SQLite reads a list.
fn list(keys: &[i64]) -> String {
    let keys: Vec<String> = keys.iter().map(i64::to_string).collect();
    format!("[{}]", keys.join(","))
}
