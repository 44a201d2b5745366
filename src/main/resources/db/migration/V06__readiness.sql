create sequence determination_seq start with 1 increment by 50;
create table determination (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    tier varchar(2) not null,
    answer varchar(16) not null,
    answer_since date not null,
    answer_until date,
    decided_for date not null,
    next_change_on date,
    unmet_count integer not null,
    unknown_count integer not null,
    why varchar(500) not null,
    movers varchar(120) not null,
    policy varchar(120) not null,
    verdict jsonb not null,
    facts jsonb not null,
    unique (volunteer_id, tier)
);
create index determination_of_force on determination (force_id, tier, answer);
create index determination_next_change on determination (next_change_on);

create sequence answer_change_seq start with 1 increment by 50;
create table answer_change (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    tier varchar(2) not null,
    on_day date not null,
    from_answer varchar(16) not null,
    to_answer varchar(16) not null,
    why varchar(500) not null,
    by_daily_check boolean not null,
    recorded_at timestamp(6) with time zone not null
);
create index answer_change_of_volunteer on answer_change (volunteer_id, recorded_at);

-- one row: which node is at the daily check, and what the last one found
create table daily_check (
    locked_until timestamp(6) with time zone not null,
    done_on date,
    compared integer not null,
    disagreeing integer not null
);
insert into daily_check values (timestamp with time zone '2000-01-01 00:00:00+00', null, 0, 0);
