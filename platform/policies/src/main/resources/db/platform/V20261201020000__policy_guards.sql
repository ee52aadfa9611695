-- A code can be used again after its version was revoked, and by versions of other kinds. The guard therefore asks about the kind
-- that its trigger names, and lets rows go only when no approved version has their code.
CREATE OR REPLACE FUNCTION require_policy_version() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    code     text := CASE WHEN TG_OP = 'INSERT' THEN NEW.policy_code ELSE OLD.policy_code END;
    statuses text[] := ARRAY(SELECT status FROM policy_version_status
                              WHERE policy_code = code AND (TG_NARGS = 0 OR kind = TG_ARGV[0]));
BEGIN
    IF (TG_OP = 'INSERT' AND 'APPROVED' = ANY (statuses))
       OR (TG_OP = 'DELETE' AND 'REVOKED' = ANY (statuses) AND NOT 'APPROVED' = ANY (statuses)) THEN
        RETURN CASE TG_OP WHEN 'INSERT' THEN NEW ELSE OLD END;
    END IF;
    RAISE EXCEPTION '% of %: two people enter, approve and revoke versions', TG_TABLE_NAME, code;
END $$;
