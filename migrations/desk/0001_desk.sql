-- What do hospitals and readers send to the people who run the site? Kept apart from releases: this file is written to.

create table reply (
    reply_key integer not null,
    hospital_id text not null,
    measure_id text not null,
    period_end text,
    kind text not null,
    text_ja text not null,
    text_en text not null,
    contact text not null,
    received text not null,
    -- 'waiting', 'published' or 'declined'
    state text not null default 'waiting',
    constraint reply_pk primary key (reply_key)
) strict;

create table feedback (
    feedback_key integer not null,
    path text not null,
    text text not null,
    received text not null,
    state text not null default 'waiting',
    constraint feedback_pk primary key (feedback_key)
) strict;

create table moderation (
    moderation_key integer not null,
    reply_key integer,
    feedback_key integer,
    action text not null,
    reason text not null,
    at text not null,
    constraint moderation_pk primary key (moderation_key)
) strict;
