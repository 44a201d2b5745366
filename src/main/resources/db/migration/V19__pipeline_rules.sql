-- what an act on many did to waiting lists, so that undoing it takes back the wait it began and brings back the one it ended
alter table bulk_line add column wait_begun_id bigint references cohort_wait;
alter table bulk_line add column wait_ended_id bigint references cohort_wait;
