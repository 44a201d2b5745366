-- what a learner has read, tried and earned
create sequence section_read_seq start with 1 increment by 50;
create table section_read (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    module_version_id bigint not null references module_version,
    section varchar(60) not null,
    read_at timestamp(6) with time zone not null
);
create index section_read_of_force on section_read (force_id);
create index section_read_of_volunteer on section_read (volunteer_id, module_version_id);

create sequence attempt_seq start with 1 increment by 50;
create table attempt (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    module_version_id bigint not null references module_version,
    seed bigint not null,
    begun_at timestamp(6) with time zone not null,
    finished_at timestamp(6) with time zone,
    questions integer not null,
    right_answers integer,
    passed boolean,
    version integer not null
);
create index attempt_of_force on attempt (force_id);
create index attempt_of_volunteer on attempt (volunteer_id, begun_at);
create index attempt_of_module_version on attempt (module_version_id);

create sequence attempt_answer_seq start with 1 increment by 50;
create table attempt_answer (
    id bigint primary key,
    force_id bigint not null references force,
    attempt_id bigint not null references attempt,
    position integer not null,
    question varchar(40) not null,
    answer varchar(100),
    answered_at timestamp(6) with time zone,
    is_right boolean,
    unique (attempt_id, position)
);
create index attempt_answer_of_force on attempt_answer (force_id);

create sequence qualification_seq start with 1 increment by 50;
create table qualification (
    id bigint primary key,
    ref varchar(12) not null unique,
    code varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    module_version_id bigint not null references module_version,
    attempt_id bigint references attempt,
    earned_on date not null,
    last_day date,
    percent integer,
    awarded_at timestamp(6) with time zone not null,
    awarded_by varchar(200) not null,
    awarded_by_ref varchar(60) not null,
    assessor varchar(200),
    assessor_ref varchar(60),
    revoked_at timestamp(6) with time zone,
    revoked_by varchar(200),
    revocation_reason varchar(500),
    version integer not null
);
create index qualification_of_force on qualification (force_id, last_day);
create index qualification_of_volunteer on qualification (volunteer_id, earned_on);
create index qualification_of_module_version on qualification (module_version_id);
create index qualification_of_attempt on qualification (attempt_id);
