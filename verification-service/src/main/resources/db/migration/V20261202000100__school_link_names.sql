-- Links whose names are to be deleted: few at a time, because they are deleted when they are over.
CREATE INDEX school_link_with_names ON school_link (link_id) WHERE sealed_labels IS NOT NULL;
