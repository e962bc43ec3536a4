-- Which value was decided about: its last day alone does not name it where a measure has parts, or years put together.
alter table decision add column period_start text not null default '';
alter table decision add column stratum text not null default '';
