//! Which facility provides which kind of care, and where do the patients of an area go?

use super::Release;
use crate::StoreError;
use crate::rows::{AreaObservationRow, CareRow};

impl Release {
    /// What is known about care, by hospital.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn cares(&self) -> Result<Vec<CareRow>, StoreError> {
        sqlx::query_as!(
            CareRow,
            r#"select hospital_id as "hospital_id!: String", care as "care!: String", known as "known!: String",
               shown_by as "shown_by!: String", name as "name!: String", value as "value?: f64",
               period_start as "period_start!: String", period_end as "period_end!: String",
               status as "status!: String", caveats as "caveats!: String", source_key as "source_key?: i64"
               from care order by hospital_id, care"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// One kind of figure about one area, the newest first.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn figures_of_area(&self, area_code: &str, key: &str) -> Result<Vec<AreaObservationRow>, StoreError> {
        sqlx::query_as!(
            AreaObservationRow,
            r#"select area_code as "area_code!: String", "key" as "key!: String", period_start as "period_start!: String",
               period_end as "period_end!: String", value as "value?: f64", status as "status!: String"
               from area_observation where area_code = ? and "key" = ? order by period_end desc, period_start desc"#,
            area_code,
            key
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }
}
