-- which shifts completed the module, and what a coordinator found where it takes long
alter table tutored_shift add column qualification_id bigint references qualification;
create index tutored_shift_of_qualification on tutored_shift (qualification_id);

create sequence shift_review_seq start with 1 increment by 50;
create table shift_review (
    id bigint primary key,
    force_id bigint not null references force,
    volunteer_id bigint not null references volunteer,
    words varchar(1000) not null,
    next_on date not null,
    reviewed_at timestamp(6) with time zone not null,
    reviewed_by varchar(200) not null
);
create index shift_review_of_force on shift_review (force_id);
create index shift_review_of_volunteer on shift_review (volunteer_id, reviewed_at);
