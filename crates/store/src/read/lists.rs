//! What stands in the small tables of a release? Most are read once when a release is opened.

use super::Release;
use crate::StoreError;
use crate::rows::*;

impl Release {
    /// The one row that says which release this is.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn release(&self) -> Result<ReleaseRow, StoreError> {
        sqlx::query_as!(
            ReleaseRow,
            r#"select id as "id!: String", as_of as "as_of!: String", fictional as "fictional!: i64", name as "name!: String",
               title as "title!: String", created as "created!: String", method_version as "method_version!: String", input_digest as "input_digest!: String",
               previous_id as "previous_id!: String"
               from release "#
        )
        .fetch_one(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// All sources.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn sources(&self) -> Result<Vec<SourceRow>, StoreError> {
        sqlx::query_as!(
            SourceRow,
            r#"select source_key as "source_key!: i64", id as "id!: String", publisher_ja as "publisher_ja!: String",
               publisher_en as "publisher_en!: String", title_ja as "title_ja!: String", title_en as "title_en!: String",
               url as "url!: String", licence as "licence!: String", attribution_ja as "attribution_ja!: String",
               attribution_en as "attribution_en!: String", published as "published?: String",
               retrieved as "retrieved?: String", sha256 as "sha256!: String", file as "file!: String"
               from source order by id"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// All footnotes.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn footnotes(&self) -> Result<Vec<FootnoteRow>, StoreError> {
        sqlx::query_as!(
            FootnoteRow,
            r#"select source_id as "source_id!: String", code as "code!: String", text_ja as "text_ja!: String",
               text_en as "text_en!: String"
               from footnote order by source_id, code"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// All areas.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn areas(&self) -> Result<Vec<AreaRow>, StoreError> {
        sqlx::query_as!(
            AreaRow,
            r#"select code as "code!: String", kind as "kind!: String", name_ja as "name_ja!: String", name_en as "name_en!: String",
               parent as "parent!: String", population as "population?: f64", year as "year?: i64", island as "island!: i64"
               from area order by kind, code"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// All hospitals, by id.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn hospitals(&self) -> Result<Vec<HospitalRow>, StoreError> {
        sqlx::query_as!(
            HospitalRow,
            r#"select id as "id!: String", name as "name!: String", name_kana as "name_kana!: String", name_en as "name_en!: String",
               short_name as "short_name!: String", country as "country!: String", region_code as "region_code!: String",
               municipality_code as "municipality_code!: String", municipality as "municipality!: String",
               area_code as "area_code!: String", address as "address!: String", latitude as "latitude?: f64",
               longitude as "longitude?: f64", point as "point!: String", url as "url!: String",
               peer_group as "peer_group!: String", peer_reason_ja as "peer_reason_ja!: String",
               peer_reason_en as "peer_reason_en!: String", specialty as "specialty!: String",
               specialty_reason_ja as "specialty_reason_ja!: String", specialty_reason_en as "specialty_reason_en!: String",
               search_text as "search_text!: String",
               beds_total as "beds_total?: f64", reported_measures as "reported_measures!: i64",
               last_told as "last_told!: String"
               from hospital order by id"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// All ids that were given up.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn moved(&self) -> Result<Vec<MovedRow>, StoreError> {
        sqlx::query_as!(
            MovedRow,
            r#"select old_id as "old_id!: String", hospital_id as "hospital_id!: String"
               from moved order by old_id"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// All successions.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn successors(&self) -> Result<Vec<SuccessorRow>, StoreError> {
        sqlx::query_as!(
            SuccessorRow,
            r#"select hospital_id as "hospital_id!: String", successor_id as "successor_id!: String", date as "date?: String",
               kind as "kind!: String"
               from successor order by hospital_id, kind, successor_id"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// All measures, in display order.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn measures(&self) -> Result<Vec<MeasureRow>, StoreError> {
        sqlx::query_as!(
            MeasureRow,
            r#"select measure_key as "measure_key!: i64", id as "id!: String", name_ja as "name_ja!: String",
               name_en as "name_en!: String", kind as "kind!: String", direction as "direction!: String",
               topic as "topic!: String", measure_type as "measure_type!: String", unit as "unit!: String",
               risk_adjusted as "risk_adjusted?: i64", adjusters as "adjusters!: String", shrunken as "shrunken?: i64",
               national_value as "national_value?: f64", self_reported as "self_reported?: i64", audited as "audited?: i64",
               voluntary as "voluntary?: i64", counts_episodes as "counts_episodes?: i64",
               eligible_hospitals as "eligible_hospitals?: f64", min_denominator as "min_denominator?: f64",
               suppression_profile as "suppression_profile!: String", plain_ja as "plain_ja!: String",
               plain_en as "plain_en!: String", why_ja as "why_ja!: String", why_en as "why_en!: String",
               cannot_tell_ja as "cannot_tell_ja!: String", cannot_tell_en as "cannot_tell_en!: String",
               owner_warning_ja as "owner_warning_ja!: String", owner_warning_en as "owner_warning_en!: String",
               means_abroad as "means_abroad!: String"
               from measure order by measure_key"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// All versions of all measures.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn measure_versions(&self) -> Result<Vec<MeasureVersionRow>, StoreError> {
        sqlx::query_as!(
            MeasureVersionRow,
            r#"select measure_key as "measure_key!: i64", version as "version!: String", valid_from as "valid_from!: String",
               valid_to as "valid_to!: String", breaks as "breaks!: String", change_ja as "change_ja!: String",
               change_en as "change_en!: String"
               from measure_version order by measure_key, valid_from, version"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// What is known about all hospitals at once.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn spreads(&self) -> Result<Vec<SpreadRow>, StoreError> {
        sqlx::query_as!(
            SpreadRow,
            r#"select measure_key as "measure_key!: i64", period_start as "period_start!: String",
               period_end as "period_end!: String", stratum as "stratum!: String", country as "country!: String",
               peer_group as "peer_group!: String", hospitals as "hospitals!: i64", reported as "reported!: i64",
               judged as "judged!: i64", ranked as "ranked!: i64", pooled as "pooled!: i64", target as "target?: f64", phi as "phi?: f64",
               tau2 as "tau2?: f64", rankability as "rankability?: f64", p10 as "p10?: f64", q25 as "q25?: f64",
               median as "median?: f64", q75 as "q75?: f64", p90 as "p90?: f64", variation_ratio as "variation_ratio?: f64",
               variation_low as "variation_low?: f64", variation_high as "variation_high?: f64",
               outside_95 as "outside_95!: i64", outside_998 as "outside_998!: i64", caveats as "caveats!: String"
               from spread order by measure_key, period_end, period_start, stratum, country, peer_group"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// All events.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn events(&self) -> Result<Vec<EventRow>, StoreError> {
        sqlx::query_as!(
            EventRow,
            r#"select event_key as "event_key!: i64", area_code as "area_code!: String", hospital_id as "hospital_id!: String",
               kind as "kind!: String", start as "start!: String", "end" as "until?: String", text_ja as "text_ja!: String",
               text_en as "text_en!: String", source as "source!: String"
               from event order by event_key"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// All corrections, newest first.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn corrections(&self) -> Result<Vec<CorrectionRow>, StoreError> {
        sqlx::query_as!(
            CorrectionRow,
            r#"select correction_key as "correction_key!: i64", hospital_id as "hospital_id!: String",
               measure_key as "measure_key!: i64", period_start as "period_start!: String",
               period_end as "period_end!: String", stratum as "stratum!: String", was as "was!: String",
               "is" as "now!: String", why_ja as "why_ja!: String", why_en as "why_en!: String", date as "date!: String"
               from correction order by date desc, correction_key"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// What differs from the release before.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn changes(&self) -> Result<Vec<ChangeRow>, StoreError> {
        sqlx::query_as!(
            ChangeRow,
            r#"select change_key as "change_key!: i64", hospital_id as "hospital_id!: String", measure_id as "measure_id!: String",
               period_start as "period_start!: String", period_end as "period_end!: String", stratum as "stratum!: String",
               kind as "kind!: String", was as "was?: f64", "is" as "now?: f64", was_status as "was_status!: String",
               is_status as "is_status!: String"
               from change order by change_key"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// What was not understood on the way.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn issues(&self) -> Result<Vec<IssueRow>, StoreError> {
        sqlx::query_as!(
            IssueRow,
            r#"select issue_key as "issue_key!: i64", severity as "severity!: String", kind as "kind!: String",
               file as "file!: String", sheet as "sheet!: String", "row" as "row?: i64",
               column_name as "column_name!: String", value as "value!: String", message as "message!: String"
               from import_issue order by issue_key"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// All values of areas.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn all_area_observations(&self) -> Result<Vec<AreaObservationRow>, StoreError> {
        sqlx::query_as!(
            AreaObservationRow,
            r#"select area_code as "area_code!: String", "key" as "key!: String", period_start as "period_start!: String",
               period_end as "period_end!: String", value as "value?: f64", status as "status!: String"
               from area_observation order by area_code, key, period_start"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }

    /// All comments.
    ///
    /// # Errors
    /// [`StoreError`] where the file cannot be read.
    pub async fn all_comments(&self) -> Result<Vec<CommentRow>, StoreError> {
        sqlx::query_as!(
            CommentRow,
            r#"select comment_key as "comment_key!: i64", hospital_id as "hospital_id!: String", measure_key as "measure_key!: i64",
               period_start as "period_start?: String",
               period_end as "period_end?: String", stratum as "stratum!: String", kind as "kind!: String", date as "date?: String",
               text_ja as "text_ja!: String", text_en as "text_en!: String"
               from comment order by comment_key"#
        )
        .fetch_all(&self.pool)
        .await
        .map_err(|e| self.failed(e))
    }
}
