//! Which values are the newest ones, and which facts may a reader wish for? Read once when a release is opened.

use super::Release;
use crate::StoreError;
use crate::rows::{NewestSetRow, NewestValueRow, WishFactRow};

impl Release {
    /// The newest set of every measure and country.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn newest_sets(&self) -> Result<Vec<NewestSetRow>, StoreError> {
        sqlx::query_as!(
            NewestSetRow,
            r#"select measure_key as "measure_key!: i64", country as "country!: String",
               period_start as "period_start!: String", period_end as "period_end!: String", centre as "centre?: f64",
               deviation as "deviation?: f64", slope as "slope?: f64", sources as "sources!: String"
               from newest_set order by measure_key, country"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// The values of one measure in those sets.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn newest_values_of(&self, measure_key: i64) -> Result<Vec<NewestValueRow>, StoreError> {
        sqlx::query_as!(
            NewestValueRow,
            r#"select measure_key as "measure_key!: i64", hospital_id as "hospital_id!: String", status as "status!: String",
               value as "value?: f64", interval_low as "interval_low?: f64", interval_high as "interval_high?: f64",
               denominator as "denominator?: f64", score as "score?: i64", score_error as "score_error?: i64",
               caveats as "caveats!: String"
               from newest_value where measure_key = ? order by hospital_id"#,
            measure_key
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// The facts that a reader may wish for.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn wish_facts(&self) -> Result<Vec<WishFactRow>, StoreError> {
        sqlx::query_as!(
            WishFactRow,
            r#"select hospital_id as "hospital_id!: String", wish as "wish!: String", holds as "holds!: i64"
               from wish_fact order by hospital_id, wish"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }
}
