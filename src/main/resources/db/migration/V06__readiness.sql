create sequence determination_seq start with 1 increment by 50;
create table determination (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    tier varchar(2) not null,
    answer varchar(16) not null,
    answer_since date not null,
    decided_for date not null,
    next_change_on date,
    unmet_count integer not null,
    unknown_count integer not null,
    why varchar(500) not null,
    policy varchar(120) not null,
    verdict jsonb not null,
    facts jsonb not null,
    unique (volunteer_id, tier)
);
create index determination_of_force on determination (force_id, tier, answer);
create index determination_next_change on determination (next_change_on);
