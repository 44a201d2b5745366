-- what a coordinator and one person write to each other; an answer of the person waits until it is settled
create sequence personal_message_seq start with 1 increment by 50;
create table personal_message (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    from_person boolean not null,
    words varchar(2000) not null,
    way varchar(8),
    sent_at timestamp(6) with time zone not null,
    sent_by varchar(200) not null,
    settled_at timestamp(6) with time zone,
    settled_by varchar(200)
);
create index personal_message_of_volunteer on personal_message (volunteer_id, sent_at);
create index personal_message_of_force on personal_message (force_id, from_person, settled_at);

-- letters that were made as PDF for somebody: which, when and by whom, without their words
create sequence letter_to_person_seq start with 1 increment by 50;
create table letter_to_person (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    template varchar(40) not null,
    handed_over boolean not null,
    made_at timestamp(6) with time zone not null,
    made_by varchar(200) not null
);
create index letter_to_person_of_volunteer on letter_to_person (volunteer_id, made_at);
create index letter_to_person_of_force on letter_to_person (force_id);
