CREATE TABLE thing_effect (
    effect_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    thing_id  uuid NOT NULL,
    number    int  NOT NULL,
    event_id  uuid NOT NULL
);
