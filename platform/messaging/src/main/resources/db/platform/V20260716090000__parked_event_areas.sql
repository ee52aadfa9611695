-- The areas that a parked event is about, so that its content is shown only to callers of these areas. Null: the payload
-- names none, or the event was parked before; then only a caller with all areas sees the content.
ALTER TABLE parked_event ADD COLUMN area_codes text[] CHECK (cardinality(area_codes) > 0);
