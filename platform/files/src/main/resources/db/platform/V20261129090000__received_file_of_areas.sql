-- Rows may be refused because of the sender's areas. Then the same bytes from a sender with other areas are another file.
-- The key of the areas has a fixed length, because a sender may have thousands of areas.
ALTER TABLE received_file
    ADD COLUMN bound_to_areas boolean NOT NULL DEFAULT false,
    ADD COLUMN areas_key text NOT NULL DEFAULT '';
UPDATE received_file SET areas_key = md5(coalesce(array_to_string(sender_areas, ' '), ''));
ALTER TABLE received_file
    DROP CONSTRAINT received_file_kind_sha256_key,
    ADD CONSTRAINT received_file_once_for_areas UNIQUE (kind, sha256, areas_key);
