-- What does one release hold? One file per release, written once by `monosashi publish`, then only read.
-- Texts are '' where a source prints nothing; NULL stands only where a number or a day is not known.
-- `measure_key` and `source_key` are small numbers so that two hundred thousand observations stay small.

create table release (
    id text not null,
    as_of text not null,
    fictional integer not null check (fictional in (0, 1)),
    -- of its package; '' where it was made of other files
    name text not null,
    title text not null,
    -- the day its package says it was made; '' where nothing says so
    created text not null,
    method_version text not null,
    input_digest text not null,
    -- the release before, by which `change` was made; '' for the first
    previous_id text not null,
    constraint release_pk primary key (id)
) strict, without rowid;

create table source (
    source_key integer not null,
    id text not null,
    publisher_ja text not null,
    publisher_en text not null,
    title_ja text not null,
    title_en text not null,
    url text not null,
    licence text not null,
    attribution_ja text not null,
    attribution_en text not null,
    published text,
    retrieved text,
    sha256 text not null,
    file text not null,
    constraint source_pk primary key (source_key),
    constraint source_id_once unique (id)
) strict;

create table footnote (
    source_id text not null,
    code text not null,
    text_ja text not null,
    text_en text not null,
    constraint footnote_pk primary key (source_id, code)
) strict, without rowid;

create table area (
    code text not null,
    kind text not null,
    name_ja text not null,
    name_en text not null,
    parent text not null,
    population real,
    year integer,
    island integer not null check (island in (0, 1)),
    constraint area_pk primary key (kind, code)
) strict, without rowid;

create table area_observation (
    area_code text not null,
    key text not null,
    period_start text not null,
    period_end text not null,
    value real,
    status text not null,
    constraint area_observation_pk primary key (area_code, key, period_start, period_end)
) strict, without rowid;

create table hospital (
    id text not null,
    name text not null,
    name_kana text not null,
    name_en text not null,
    short_name text not null,
    country text not null,
    region_code text not null,
    municipality_code text not null,
    municipality text not null,
    area_code text not null,
    address text not null,
    latitude real,
    longitude real,
    -- 'exact', 'about' (the middle of the municipality) or '' where no point is known
    point text not null,
    url text not null,
    -- the role, and why; see domain::peers
    peer_group text not null,
    peer_reason_ja text not null,
    peer_reason_en text not null,
    -- the one field of medicine it works in, and why; '' for a general hospital; see domain::specialty
    specialty text not null,
    specialty_reason_ja text not null,
    specialty_reason_en text not null,
    -- normalised names, kana, romaji and municipality, for the finder
    search_text text not null,
    beds_total real,
    -- how many measures have a reported value; lets the finder say "no figures" without counting
    reported_measures integer not null,
    -- the last day of which any file tells, where no file of the last years names it any more; '' for every other
    last_told text not null,
    constraint hospital_pk primary key (id)
) strict, without rowid;

create index hospital_by_region on hospital (country, region_code);

create table identifier (
    hospital_id text not null,
    scheme text not null,
    value text not null,
    valid_from text,
    valid_to text,
    match text not null,
    confidence real not null,
    constraint identifier_pk primary key (hospital_id, scheme, value),
    constraint identifier_of_hospital foreign key (hospital_id) references hospital (id)
) strict, without rowid;

-- ids of facilities that were linked later; the old address answers 301
create table moved (
    old_id text not null,
    hospital_id text not null,
    constraint moved_pk primary key (old_id)
) strict, without rowid;

create table successor (
    hospital_id text not null,
    successor_id text not null,
    date text,
    kind text not null,
    constraint successor_pk primary key (hospital_id, successor_id, kind)
) strict, without rowid;

create table context (
    hospital_id text not null,
    key text not null,
    value text not null,
    -- '' where no day is given, so that the key stays unique
    valid_from text not null,
    valid_to text not null,
    constraint context_pk primary key (hospital_id, key, valid_from),
    constraint context_of_hospital foreign key (hospital_id) references hospital (id)
) strict, without rowid;

create table measure (
    measure_key integer not null,
    id text not null,
    name_ja text not null,
    name_en text not null,
    kind text not null,
    direction text not null,
    topic text not null,
    measure_type text not null,
    unit text not null,
    risk_adjusted integer,
    adjusters text not null,
    shrunken integer,
    national_value real,
    self_reported integer,
    audited integer,
    voluntary integer,
    counts_episodes integer,
    eligible_hospitals real,
    min_denominator real,
    suppression_profile text not null,
    plain_ja text not null,
    plain_en text not null,
    why_ja text not null,
    why_en text not null,
    cannot_tell_ja text not null,
    cannot_tell_en text not null,
    owner_warning_ja text not null,
    owner_warning_en text not null,
    means_abroad text not null,
    constraint measure_pk primary key (measure_key),
    constraint measure_id_once unique (id)
) strict;

create table measure_version (
    measure_key integer not null,
    version text not null,
    valid_from text not null,
    valid_to text not null,
    breaks text not null,
    change_ja text not null,
    change_en text not null,
    constraint measure_version_pk primary key (measure_key, version),
    constraint measure_version_of_measure foreign key (measure_key) references measure (measure_key)
) strict, without rowid;

-- What is known about all hospitals of one measure, period and stratum, nationwide ('' as peer_group) or of one role.
create table spread (
    measure_key integer not null,
    period_start text not null,
    period_end text not null,
    stratum text not null,
    country text not null,
    peer_group text not null,
    hospitals integer not null,
    reported integer not null,
    -- how many may carry a verdict, and how many may be in a range of places
    judged integer not null,
    ranked integer not null,
    -- how many of the judged are judged by several years put together (methods, section 13)
    pooled integer not null,
    target real,
    phi real,
    tau2 real,
    rankability real,
    p10 real,
    q25 real,
    median real,
    q75 real,
    p90 real,
    -- true P90/P10 after removing chance (methods, section 9), with its interval
    variation_ratio real,
    variation_low real,
    variation_high real,
    outside_95 integer not null,
    outside_998 integer not null,
    -- caveat ids that hold for every value of the set, separated by ';'
    caveats text not null,
    constraint spread_pk primary key (measure_key, period_end, period_start, stratum, country, peer_group),
    constraint spread_of_measure foreign key (measure_key) references measure (measure_key)
) strict, without rowid;

create table observation (
    observation_key integer not null,
    hospital_id text not null,
    measure_key integer not null,
    period_start text not null,
    period_end text not null,
    stratum text not null,
    -- 0 = as published, 1 = consecutive years put together on publish (methods, section 13)
    pooled integer not null check (pooled in (0, 1)),
    numerator real,
    denominator real,
    eligible real,
    expected real,
    value real,
    standard_error real,
    response_rate real,
    status text not null,
    raw text not null,
    derived integer not null check (derived in (0, 1)),
    published_verdict text not null,
    source_key integer not null,
    source_sheet text not null,
    source_row integer,
    -- the 95 % interval and how it was made
    interval_low real,
    interval_high real,
    interval_method text not null,
    -- −2 … 2 against the over-dispersed limits; NULL where not judged
    national_class integer,
    peer_class integer,
    verdict_national text not null,
    verdict_peer text not null,
    rank_best integer,
    rank_worst integer,
    rank_of integer,
    rank_clearly_better integer,
    rank_clearly_worse integer,
    -- what a test over the single years says, on the newest year of a series; '' elsewhere (methods, section 7)
    trend text not null,
    -- caveat ids in display order, separated by ';'
    caveats text not null,
    constraint observation_pk primary key (observation_key),
    constraint observation_of_hospital foreign key (hospital_id) references hospital (id),
    constraint observation_of_measure foreign key (measure_key) references measure (measure_key),
    constraint observation_of_source foreign key (source_key) references source (source_key),
    constraint missing_has_no_numbers check (status = 'reported' or value is null)
) strict;

create unique index observation_of_a_hospital
    on observation (hospital_id, measure_key, stratum, period_end, period_start, pooled);
create index observation_of_a_measure on observation (measure_key, period_end, stratum, pooled);
create index observation_put_together on observation (measure_key, stratum, period_end, period_start) where pooled = 1;

-- The newest set of values of each measure and country (total, single years), and how its values are put on one scale.
create table newest_set (
    measure_key integer not null,
    country text not null,
    period_start text not null,
    period_end text not null,
    -- mean and standard deviation over the country on the scale of comparison; NULL where nothing can be standardised
    centre real,
    deviation real,
    -- how far one base unit of the value goes on that scale, at the national value
    slope real,
    -- ids of the sources of its values, with ';' between
    sources text not null,
    constraint newest_set_pk primary key (measure_key, country),
    constraint newest_set_of_measure foreign key (measure_key) references measure (measure_key)
) strict, without rowid;

-- The values of those sets as own criteria need them: kept at hand by the server, so there is one row per value and no more.
create table newest_value (
    measure_key integer not null,
    hospital_id text not null,
    status text not null,
    value real,
    interval_low real,
    interval_high real,
    denominator real,
    -- standardised value (larger is better) and its error in ten-thousandths; NULL where it may not take part in an order
    score integer,
    score_error integer,
    caveats text not null,
    constraint newest_value_pk primary key (measure_key, hospital_id),
    constraint newest_value_of_hospital foreign key (hospital_id) references hospital (id)
) strict, without rowid;

-- Neutral facts that a reader may wish for and that no measure counts; no row where it is not known.
create table wish_fact (
    hospital_id text not null,
    wish text not null,
    holds integer not null check (holds in (0, 1)),
    constraint wish_fact_pk primary key (hospital_id, wish),
    constraint wish_fact_of_hospital foreign key (hospital_id) references hospital (id)
) strict, without rowid;

-- The hospitals of one area taken together (total, single years): events over patients, observed over expected, or the mean
-- weighted by patients. Only printed values outside disasters and outbreaks take part, so nothing that was masked can be
-- worked out from it.
create table area_value (
    kind text not null check (kind in ('region', 'medical_area')),
    area_code text not null,
    measure_key integer not null,
    period_start text not null,
    period_end text not null,
    country text not null,
    -- how many hospitals are in the value
    hospitals integer not null,
    value real not null,
    interval_low real not null,
    interval_high real not null,
    source_key integer not null,
    constraint area_value_pk primary key (kind, area_code, measure_key, period_end, period_start, country),
    constraint area_value_of_source foreign key (source_key) references source (source_key),
    constraint area_value_of_measure foreign key (measure_key) references measure (measure_key)
) strict, without rowid;

create index area_value_of_a_measure on area_value (measure_key, period_end, kind);

-- How many times as high a high hospital, region or medical area truly is as a low one, chance removed (methods, section 9).
create table variation (
    measure_key integer not null,
    country text not null,
    level text not null check (level in ('hospital', 'region', 'medical_area')),
    period_start text not null,
    period_end text not null,
    units integer not null,
    -- NULL where the low end is not above zero
    ratio real,
    low real,
    high real,
    constraint variation_pk primary key (measure_key, country, level, period_end, period_start),
    constraint variation_of_measure foreign key (measure_key) references measure (measure_key)
) strict, without rowid;

-- Whether that became smaller over the newest periods of one definition and scope, for units with a value in all of them.
create table variation_course (
    measure_key integer not null,
    country text not null,
    level text not null check (level in ('hospital', 'region', 'medical_area')),
    -- the last day of the first and of the last period
    first_end text not null,
    last_end text not null,
    periods integer not null,
    units integer not null,
    course text not null check (course in ('narrowing', 'no_clear_change', 'widening')),
    constraint variation_course_pk primary key (measure_key, country, level)
) strict, without rowid;

-- How many hospitals were tested for a clear improvement over the same periods, and how many would seem to improve by chance.
create table improvement (
    measure_key integer not null,
    country text not null,
    first_end text not null,
    last_end text not null,
    tested integer not null,
    improved integer not null,
    by_chance real not null,
    constraint improvement_pk primary key (measure_key, country)
) strict, without rowid;

-- Some of them, those first that told what they did, then the surest; first and last period of each.
create table improved (
    measure_key integer not null,
    hospital_id text not null,
    first_end text not null,
    last_end text not null,
    constraint improved_pk primary key (measure_key, hospital_id),
    constraint improved_of_hospital foreign key (hospital_id) references hospital (id)
) strict, without rowid;

-- How many facilities of a medical area print that they provide a care (childbirth, ambulances, anaesthesia).
create table provision (
    area_code text not null,
    measure_key integer not null,
    country text not null,
    period_start text not null,
    period_end text not null,
    -- printed as more than nothing, printed as nothing, and masked or not reported
    providing integer not null,
    not_providing integer not null,
    unknown integer not null,
    -- the only one that prints it; '' where there is none or more than one
    sole_hospital_id text not null,
    source_key integer not null,
    constraint provision_pk primary key (area_code, measure_key, country)
) strict, without rowid;

create table observation_footnote (
    observation_key integer not null,
    code text not null,
    position integer not null,
    constraint observation_footnote_pk primary key (observation_key, position)
) strict, without rowid;

create table published_limit (
    hospital_id text not null,
    measure_key integer not null,
    period_start text not null,
    period_end text not null,
    stratum text not null,
    kind text not null,
    lower real,
    middle real,
    upper real,
    constraint published_limit_pk primary key (hospital_id, measure_key, period_end, period_start, stratum, kind)
) strict, without rowid;

create index published_limit_of_a_measure on published_limit (measure_key, period_end, stratum);

create table event (
    event_key integer not null,
    area_code text not null,
    hospital_id text not null,
    kind text not null,
    start text not null,
    "end" text,
    text_ja text not null,
    text_en text not null,
    source text not null,
    constraint event_pk primary key (event_key)
) strict;

create table comment (
    comment_key integer not null,
    hospital_id text not null,
    measure_key integer not null,
    -- null where every period that ends on that day is meant
    period_start text,
    -- null where all periods are meant
    period_end text,
    stratum text not null,
    kind text not null,
    date text,
    text_ja text not null,
    text_en text not null,
    constraint comment_pk primary key (comment_key)
) strict;

create index comment_of_hospital on comment (hospital_id, measure_key);

create table correction (
    correction_key integer not null,
    hospital_id text not null,
    measure_key integer not null,
    period_start text not null,
    period_end text not null,
    stratum text not null,
    was text not null,
    "is" text not null,
    why_ja text not null,
    why_en text not null,
    date text not null,
    constraint correction_pk primary key (correction_key)
) strict;

-- Which facility provides which kind of care, as far as published facts show; nothing stands here for what nothing shows.
create table care (
    hospital_id text not null,
    care text not null,
    -- 'provides' or 'may'
    known text not null,
    -- what shows it: 'count', 'older_count', 'not_known', 'beds', 'designation', 'service', 'role'
    shown_by text not null,
    -- the measure, key or service that shows it
    name text not null,
    value real,
    period_start text not null,
    period_end text not null,
    status text not null,
    -- caveat ids of the count, separated by ';', and its source
    caveats text not null,
    source_key integer,
    constraint care_pk primary key (hospital_id, care),
    constraint care_of_hospital foreign key (hospital_id) references hospital (id)
) strict, without rowid;

-- The difference from the release before.
create table change (
    change_key integer not null,
    hospital_id text not null,
    measure_id text not null,
    period_start text not null,
    period_end text not null,
    stratum text not null,
    -- 'new', 'gone' or 'changed'
    kind text not null,
    was real,
    "is" real,
    was_status text not null,
    is_status text not null,
    constraint change_pk primary key (change_key)
) strict;

create index change_of_measure on change (measure_id);

-- What was not understood on the way, so that nothing is lost silently.
create table import_issue (
    issue_key integer not null,
    severity text not null,
    kind text not null,
    file text not null,
    sheet text not null,
    row integer,
    column_name text not null,
    value text not null,
    message text not null,
    constraint import_issue_pk primary key (issue_key)
) strict;
