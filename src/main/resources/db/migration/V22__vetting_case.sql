-- the case side of vetting. What is confidential is sealed with the case's own key, which the compartment's key seals
create sequence vetting_case_seq start with 1 increment by 50;
create table vetting_case (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    level varchar(32) not null,
    variant varchar(24) not null,
    state varchar(32) not null,
    state_since date not null,
    invited_on date not null,
    -- last day on which the form can be sent
    invited_until date not null,
    submitted_on date,
    -- what the clock counts from and what it promises, without the stops that last
    promised_on date,
    stopped_since date,
    decided_on date,
    valid_until date,
    -- how often it came to an assessment: a decision is made once in each round
    round integer not null,
    back_to varchar(32),
    finalised_on date,
    renews_id bigint references vetting_case,
    sealed_key bytea not null,
    version integer not null
);
create index vetting_case_of_volunteer on vetting_case (volunteer_id);
create index vetting_case_of_force on vetting_case (force_id, state, promised_on);

-- append-only: every change of state
create sequence vetting_step_seq start with 1 increment by 50;
create table vetting_step (
    id bigint primary key,
    force_id bigint not null references force,
    case_id bigint not null references vetting_case,
    from_state varchar(32),
    to_state varchar(32) not null,
    on_day date not null,
    sealed_note bytea,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null,
    recorded_by_ref varchar(60) not null
);
create index vetting_step_of_case on vetting_step (case_id);

-- who took which part in a case, for the separation of duties
create sequence vetting_part_seq start with 1 increment by 50;
create table vetting_part (
    id bigint primary key,
    force_id bigint not null references force,
    case_id bigint not null references vetting_case,
    account_ref varchar(60) not null,
    name varchar(200) not null,
    part varchar(16) not null,
    since timestamp(6) with time zone not null,
    unique (case_id, account_ref, part)
);

create sequence vetting_clock_stop_seq start with 1 increment by 50;
create table vetting_clock_stop (
    id bigint primary key,
    force_id bigint not null references force,
    case_id bigint not null references vetting_case,
    reason varchar(32) not null,
    from_day date not null,
    -- last day on which the clock stood; null while it stands
    last_day date,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null,
    ended_by varchar(200)
);
create index vetting_clock_stop_of_case on vetting_clock_stop (case_id);

create sequence vetting_check_seq start with 1 increment by 50;
create table vetting_check (
    id bigint primary key,
    force_id bigint not null references force,
    case_id bigint not null references vetting_case,
    code varchar(4) not null,
    mandatory boolean not null,
    result varchar(24) not null,
    opened_at timestamp(6) with time zone not null,
    version integer not null,
    unique (case_id, code)
);

-- append-only: what was asked, what was answered; the newest applies
create sequence vetting_check_entry_seq start with 1 increment by 50;
create table vetting_check_entry (
    id bigint primary key,
    force_id bigint not null references force,
    check_id bigint not null references vetting_check,
    result varchar(24) not null,
    answered_by varchar(200),
    -- the day of the data that were looked at
    data_on date,
    sealed_note bytea,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null,
    recorded_by_ref varchar(60) not null
);
create index vetting_check_entry_of_check on vetting_check_entry (check_id);

-- what was found and has to be weighed
create sequence vetting_matter_seq start with 1 increment by 50;
create table vetting_matter (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    case_id bigint not null references vetting_case,
    kind varchar(32) not null,
    grading varchar(16) not null,
    sealed bytea not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null,
    recorded_by_ref varchar(60) not null,
    struck_at timestamp(6) with time zone,
    struck_by varchar(200),
    sealed_why_struck bytea
);
create index vetting_matter_of_case on vetting_matter (case_id);

-- one request for everything that is missing
create sequence vetting_question_seq start with 1 increment by 50;
create table vetting_question (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    case_id bigint not null references vetting_case,
    due_on date not null,
    sealed_asked bytea not null,
    sealed_answer bytea,
    asked_at timestamp(6) with time zone not null,
    asked_by varchar(200) not null,
    closed_at timestamp(6) with time zone,
    closed_by varchar(200),
    answered boolean
);
create index vetting_question_of_case on vetting_question (case_id);

-- append-only: the newest of the round applies
create sequence vetting_assessment_seq start with 1 increment by 50;
create table vetting_assessment (
    id bigint primary key,
    force_id bigint not null references force,
    case_id bigint not null references vetting_case,
    round integer not null,
    recommends varchar(32) not null,
    sealed bytea not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null,
    recorded_by_ref varchar(60) not null
);
create index vetting_assessment_of_case on vetting_assessment (case_id, round);

-- append-only: one in each round
create sequence vetting_decision_seq start with 1 increment by 50;
create table vetting_decision (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    case_id bigint not null references vetting_case,
    round integer not null,
    outcome varchar(32) not null,
    -- what the person may read, and what the case team may
    sealed_for_person bytea not null,
    sealed_in_full bytea not null,
    appeal_until date,
    decided_on date not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null,
    recorded_by_ref varchar(60) not null,
    unique (case_id, round)
);

create sequence vetting_restriction_seq start with 1 increment by 50;
create table vetting_restriction (
    id bigint primary key,
    force_id bigint not null references force,
    decision_id bigint not null references vetting_decision,
    code varchar(32) not null,
    review_on date not null,
    sealed bytea not null
);
create index vetting_restriction_of_decision on vetting_restriction (decision_id);

create sequence vetting_appeal_seq start with 1 increment by 50;
create table vetting_appeal (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    case_id bigint not null references vetting_case,
    decision_id bigint not null unique references vetting_decision,
    lodged_on date not null,
    late boolean not null,
    sealed_grounds bytea not null,
    lodged_at timestamp(6) with time zone not null,
    outcome varchar(24),
    decided_on date,
    sealed_reasons bytea,
    decided_at timestamp(6) with time zone,
    decided_by varchar(200),
    decided_by_ref varchar(60)
);
create index vetting_appeal_of_case on vetting_appeal (case_id);
create index vetting_appeal_of_force on vetting_appeal (force_id, outcome, lodged_on);

-- an officer who is close to somebody works on no case of theirs
create sequence vetting_conflict_seq start with 1 increment by 50;
create table vetting_conflict (
    id bigint primary key,
    ref varchar(12) not null unique,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    account_ref varchar(60) not null,
    name varchar(200) not null,
    kind varchar(24) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null,
    ended_at timestamp(6) with time zone,
    ended_by varchar(200)
);
create index vetting_conflict_of_volunteer on vetting_conflict (volunteer_id, account_ref);

create sequence vetting_check_setting_seq start with 1 increment by 50;
create table vetting_check_setting (
    id bigint primary key,
    force_id bigint not null references force,
    level varchar(32) not null,
    code varchar(4) not null,
    asked varchar(12) not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index vetting_check_setting_of_force on vetting_check_setting (force_id);
