-- what the work of the tests does: a row for each item, so that one dealt with twice is refused
CREATE TABLE counted (
    job_id uuid   NOT NULL,
    item   bigint NOT NULL,
    PRIMARY KEY (job_id, item)
);
