//! How different are hospitals and areas, and who provides what where?

use super::{Release, ValueFilter};
use crate::StoreError;
use crate::rows::*;

impl Release {
    /// The variation of every measure, level and period, oldest first.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn variations(&self) -> Result<Vec<VariationRow>, StoreError> {
        sqlx::query_as!(
            VariationRow,
            r#"select measure_key as "measure_key!: i64", country as "country!: String", level as "level!: String",
               period_start as "period_start!: String", period_end as "period_end!: String",
               units as "units!: i64", ratio as "ratio?: f64", low as "low?: f64", high as "high?: f64"
               from variation order by measure_key, country, level, period_end, period_start"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// Whether variation becomes smaller.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn variation_courses(&self) -> Result<Vec<VariationCourseRow>, StoreError> {
        sqlx::query_as!(
            VariationCourseRow,
            r#"select measure_key as "measure_key!: i64", country as "country!: String", level as "level!: String",
               first_end as "first_end!: String", last_end as "last_end!: String",
               periods as "periods!: i64", units as "units!: i64", course as "course!: String"
               from variation_course order by measure_key, country, level"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// How many hospitals were tested for a clear improvement.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn improvements(&self) -> Result<Vec<ImprovementRow>, StoreError> {
        sqlx::query_as!(
            ImprovementRow,
            r#"select measure_key as "measure_key!: i64", country as "country!: String",
               first_end as "first_end!: String", last_end as "last_end!: String", tested as "tested!: i64",
               improved as "improved!: i64", by_chance as "by_chance!: f64"
               from improvement order by measure_key, country"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// The hospitals that clearly improved.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn improved(&self) -> Result<Vec<ImprovedRow>, StoreError> {
        sqlx::query_as!(
            ImprovedRow,
            r#"select measure_key as "measure_key!: i64", hospital_id as "hospital_id!: String",
               first_end as "first_end!: String", last_end as "last_end!: String"
               from improved order by measure_key, hospital_id"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// How many facilities of each medical area provide a care.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn provisions(&self) -> Result<Vec<ProvisionRow>, StoreError> {
        sqlx::query_as!(
            ProvisionRow,
            r#"select area_code as "area_code!: String", measure_key as "measure_key!: i64",
               country as "country!: String", period_start as "period_start!: String",
               period_end as "period_end!: String", providing as "providing!: i64",
               not_providing as "not_providing!: i64", unknown as "unknown!: i64",
               sole_hospital_id as "sole_hospital_id!: String", source_key as "source_key!: i64"
               from provision order by area_code, measure_key, country"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// The values of all areas of a kind for one measure in one period.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn area_values_of_measure(
        &self,
        filter: &ValueFilter,
        kind: &str,
        country: &str,
    ) -> Result<Vec<AreaValueRow>, StoreError> {
        sqlx::query_as!(
            AreaValueRow,
            r#"select kind as "kind!: String", area_code as "area_code!: String",
               measure_key as "measure_key!: i64", period_start as "period_start!: String",
               period_end as "period_end!: String", country as "country!: String",
               hospitals as "hospitals!: i64", value as "value!: f64", interval_low as "interval_low!: f64",
               interval_high as "interval_high!: f64", source_key as "source_key!: i64"
               from area_value where measure_key = ? and period_end = ? and period_start = ? and kind = ? and country = ?
               order by area_code"#,
            filter.measure_key,
            filter.period_end,
            filter.period_start,
            kind,
            country
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// The values of one area, oldest first within a measure.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn area_values_of_area(
        &self,
        kind: &str,
        area_code: &str,
        country: &str,
    ) -> Result<Vec<AreaValueRow>, StoreError> {
        sqlx::query_as!(
            AreaValueRow,
            r#"select kind as "kind!: String", area_code as "area_code!: String",
               measure_key as "measure_key!: i64", period_start as "period_start!: String",
               period_end as "period_end!: String", country as "country!: String",
               hospitals as "hospitals!: i64", value as "value!: f64", interval_low as "interval_low!: f64",
               interval_high as "interval_high!: f64", source_key as "source_key!: i64"
               from area_value where kind = ? and area_code = ? and country = ?
               order by measure_key, period_end, period_start"#,
            kind,
            area_code,
            country
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// What a source prints about an area and the medical areas in it, oldest first within a key.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn area_observations_within(&self, area_code: &str) -> Result<Vec<AreaObservationRow>, StoreError> {
        sqlx::query_as!(
            AreaObservationRow,
            r#"select area_code as "area_code!: String", "key" as "key!: String", period_start as "period_start!: String",
               period_end as "period_end!: String", value as "value?: f64", status as "status!: String"
               from area_observation
               where area_code = ?1 or area_code in (select code from area where kind = 'medical_area' and parent = ?1)
               order by area_code, key, period_end, period_start"#,
            area_code
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }
}
