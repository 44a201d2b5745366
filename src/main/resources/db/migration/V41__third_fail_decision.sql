-- what a coordinator decides after a third fail within twelve months (training rule 3)
create sequence third_fail_decision_seq start with 1 increment by 50;
create table third_fail_decision (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    module_id bigint not null references training_module,
    decided_at timestamp(6) with time zone not null,
    decided_by varchar(200) not null,
    decided_by_ref varchar(60) not null,
    try_from date,
    reason varchar(500) not null
);
create index third_fail_decision_of_force on third_fail_decision (force_id);
create index third_fail_decision_of_volunteer on third_fail_decision (volunteer_id);
create index third_fail_decision_of_module on third_fail_decision (module_id);
