-- What do readers and hospitals send to the people who run the site, and what was decided about it? Kept apart from
-- releases: this file is written to. It holds what somebody typed, the value they spoke of and the day; never where it
-- was sent from.

create table letter (
    -- a number is never given twice, even after its letter was erased
    letter_key integer primary key autoincrement,
    -- 'error' of a reader; 'explanation', 'correction' or 'practice' of a hospital
    kind text not null,
    -- language of the form
    locale text not null,
    -- what stood on the page; empty where a letter is about more than one value
    release_id text not null,
    hospital_id text not null,
    measure_id text not null,
    period_start text not null,
    period_end text not null,
    stratum text not null,
    -- the value as the release holds it, or the reason why there is none
    was text not null,
    text_ja text not null,
    text_en text not null,
    should_be text not null,
    stands_at text not null,
    -- erased with the decision
    contact text not null,
    -- a day in Japan
    received text not null,
    -- 'waiting', 'accepted', 'rejected' or 'withdrawn'
    state text not null default 'waiting',
    -- the day of the decision, empty before it
    decided text not null default ''
) strict;

create index letter_by_state on letter (state);

-- The moderation log. It says what was decided about which value and outlives the letters.
create table decision (
    decision_key integer primary key autoincrement,
    letter_key integer not null,
    kind text not null,
    hospital_id text not null,
    measure_id text not null,
    period_end text not null,
    received text not null,
    -- 'accepted', 'rejected', 'withdrawn' or 'erased'
    action text not null,
    reason text not null,
    decided_by text not null,
    -- with the hour, in Japan
    at text not null
) strict;
