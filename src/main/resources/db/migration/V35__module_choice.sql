-- modules left to a force's choice that it has switched on or off
create sequence module_choice_seq start with 1 increment by 50;
create table module_choice (
    id bigint primary key,
    force_id bigint not null references force,
    module_id bigint not null references training_module,
    switched_on boolean not null,
    recorded_at timestamp(6) with time zone not null,
    recorded_by varchar(200) not null
);
create index module_choice_of_force on module_choice (force_id, recorded_at);
create index module_choice_of_module on module_choice (module_id);
