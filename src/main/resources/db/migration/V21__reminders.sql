-- requests for what is missing and meetings are reminded of by the one ladder; what went out stays said
insert into reminder (id, force_id, kind, thing, due_on, step, told_at, told_count)
select nextval('reminder_seq'), r.force_id, 'information-due', 'request ' || r.ref, r.due_on, 'before 3',
    cast(r.chased_on as timestamp(6) with time zone), 1
from information_request r where r.chased_on is not null and r.closed_on is null;
alter table information_request drop column chased_on;

insert into reminder (id, force_id, kind, thing, due_on, step, told_at, told_count)
select nextval('reminder_seq'), b.force_id, 'meeting', 'booking ' || b.ref, cast(s.starts_at as date), 'before 2',
    cast(b.reminded_on as timestamp(6) with time zone), 1
from meeting_booking b join meeting_slot s on s.id = b.slot_id where b.reminded_on is not null and b.ended_at is null;
alter table meeting_booking drop column reminded_on;
