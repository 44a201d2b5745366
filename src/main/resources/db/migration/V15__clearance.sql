-- the figures of a force's vetting; a change adds a row, the newest of a figure and level applies
create sequence vetting_setting_seq start with 1 increment by 50;
create table vetting_setting (
    id bigint primary key,
    force_id bigint not null references force,
    figure varchar(12) not null,
    -- null where the figure is not per level
    level varchar(24),
    -- a number; null where it is left empty
    amount varchar(3),
    unit varchar(14) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index vetting_setting_of_force on vetting_setting (force_id, figure);

-- a period in which a person is cleared at a level
create sequence clearance_seq start with 1 increment by 50;
create table clearance (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    level varchar(24) not null,
    granted_on date not null,
    last_valid_day date not null,
    origin varchar(14) not null,
    -- the case it was decided in; null for one from elsewhere or from a file
    case_ref varchar(12),
    given_by varchar(120),
    -- last day on which it stood, where it ended before it ran out
    ended_on date,
    ending varchar(20),
    ended_at timestamp(6) with time zone,
    ended_by varchar(200),
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null,
    -- two grants of one day are one
    unique (volunteer_id, level, granted_on)
);
create index clearance_of_force on clearance (force_id, last_valid_day);

-- conditions that deployment must know
create table clearance_restriction (
    clearance_id bigint not null references clearance,
    code varchar(20) not null,
    primary key (clearance_id, code)
);
